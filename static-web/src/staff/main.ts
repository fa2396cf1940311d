import '@/frame/base.css'
import './staff.css'
import { createApp } from 'vue'
import StaffApp from './StaffApp.vue'
import { router } from './router'

createApp(StaffApp).use(router).mount('#app')

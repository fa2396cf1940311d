import '@/frame/base.css'
import { createApp } from 'vue'
import CandidateApp from './CandidateApp.vue'
import { router } from './router'

createApp(CandidateApp).use(router).mount('#app')

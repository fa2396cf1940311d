import { createRouter, createWebHistory } from 'vue-router'
import { whoIsSignedIn } from '@/session/session'
import SignInPage from './session/SignInPage.vue'

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { open: true } },
    { path: '/', name: 'home', component: () => import('./home/HomePage.vue') },
    { path: '/materials', name: 'materials', component: () => import('./materials/MaterialsPage.vue') },
    {
      path: '/:unknown(.*)*',
      name: 'not-found',
      component: () => import('@/frame/NotFoundPage.vue'),
      meta: { open: true },
    },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta['open']) return true
  const who = await whoIsSignedIn()
  return who?.kind === 'candidate' ? true : { name: 'sign-in' }
})

import { createRouter, createWebHistory } from 'vue-router'
import { session, whoIsSignedIn } from '@/session/session'
import { application, reload } from './application/application'
import { guide, readGuide } from './form/guide'
import SignInPage from './session/SignInPage.vue'

export const router = createRouter({
  history: createWebHistory('/'),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { open: true } },
    { path: '/', name: 'home', component: () => import('./home/HomePage.vue') },
    { path: '/consents', name: 'consents', component: () => import('./consents/ConsentsPage.vue') },
    {
      path: '/form/:section?',
      name: 'form',
      component: () => import('./form/FormRoute.vue'),
      meta: { guide: true },
    },
    { path: '/materials', name: 'materials', component: () => import('./materials/MaterialsPage.vue') },
    {
      path: '/submission',
      name: 'submission',
      component: () => import('./submission/SubmissionPage.vue'),
      meta: { guide: true },
    },
    { path: '/documents', name: 'documents', component: () => import('./documents/DocumentsPage.vue') },
    { path: '/timeline', name: 'timeline', component: () => import('./timeline/TimelinePage.vue') },
    {
      path: '/help/:article?',
      name: 'help',
      component: () => import('./help/HelpPage.vue'),
      meta: { open: true },
    },
    {
      path: '/:unknown(.*)*',
      name: 'not-found',
      component: () => import('@/frame/NotFoundPage.vue'),
      meta: { open: true },
    },
  ],
})

router.beforeEach(async (to) => {
  const who = await whoIsSignedIn()
  const isCandidate = who?.kind === 'candidate'
  if (isCandidate && application.value === undefined) await reload()
  if (to.meta['open']) return true
  if (!isCandidate || session.value === null) {
    return { name: 'sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  }
  if (to.meta['guide'] && guide.value === undefined) await readGuide()
  const outstanding = application.value?.consentsOutstanding.length ?? 0
  if (outstanding > 0 && to.name !== 'consents') return { name: 'consents' }
  if (outstanding === 0 && to.name === 'consents') return { name: 'home' }
  return true
})

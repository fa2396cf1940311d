import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/schema'
import { whoIsSignedIn } from '@/session/session'
import type { PlaceName } from './places'
import SignInPage from './session/SignInPage.vue'

type Page = RouteRecordRaw['component']

/** A page of a role, or of several, named as the navigation names it. */
function place(
  path: string,
  name: PlaceName,
  roles: Role | readonly Role[],
  component: Page,
): RouteRecordRaw {
  return { path, name, component: component!, meta: { roles: [roles].flat(), title: name } } as RouteRecordRaw
}

export const router = createRouter({
  history: createWebHistory('/staff'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { open: true, title: 'signIn' } },
    {
      path: '/setup',
      name: 'set-up',
      component: () => import('./session/SetUpPage.vue'),
      meta: { open: true, title: 'setUp' },
    },
    {
      path: '/',
      name: 'home',
      component: () => import('./session/WelcomePage.vue'),
      meta: { title: 'home' },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('./session/PasswordPage.vue'),
      meta: { title: 'password' },
    },
    place('/review', 'queue', 'reviewer', () => import('./review/QueuePage.vue')),
    place('/review/:id', 'review', 'reviewer', () => import('./review/WorkPage.vue')),
    place('/desk', 'desk', 'desk', () => import('./desk/DeskPage.vue')),
    place('/held', 'held', 'desk', () => import('./desk/HeldPage.vue')),
    place('/refunds', 'refunds', 'desk', () => import('./desk/RefundsPage.vue')),
    place(
      '/reconciliation',
      'reconciliation',
      ['desk', 'admin'],
      () => import('./desk/ReconciliationPage.vue'),
    ),
    place('/applications', 'applications', 'admin', () => import('./administration/ApplicationsPage.vue')),
    place('/applications/:id', 'application', 'admin', () => import('./administration/ApplicationPage.vue')),
    place('/accounts', 'accounts', 'admin', () => import('./administration/AccountsPage.vue')),
    place('/messages', 'messages', 'admin', () => import('./administration/MessagesPage.vue')),
    place('/season', 'season', 'admin', () => import('./administration/SeasonPage.vue')),
    place('/people', 'people', 'admin', () => import('./administration/PeoplePage.vue')),
    place('/statistics', 'statistics', 'admin', () => import('./administration/StatisticsPage.vue')),
    place('/journal', 'journal', 'admin', () => import('./administration/JournalPage.vue')),
    place('/operation', 'operation', 'admin', () => import('./administration/OperationPage.vue')),
    {
      path: '/forbidden',
      name: 'forbidden',
      component: () => import('./session/ForbiddenPage.vue'),
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
  if (to.meta['open']) return true
  const who = await whoIsSignedIn()
  if (who?.kind !== 'staff') return { name: 'sign-in', query: to.query }
  const roles = to.meta['roles'] as readonly Role[] | undefined
  return !roles || roles.some((role) => who.roles?.includes(role)) ? true : { name: 'forbidden' }
})

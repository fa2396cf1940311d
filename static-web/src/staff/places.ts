import type { Role } from '@/api/schema'
import type { StaffWords } from './words/zh'

export type PlaceName = keyof StaffWords['titles']

/** The pages of each role, in the order of their work. */
const Places: Readonly<Record<Role, readonly PlaceName[]>> = {
  reviewer: ['queue'],
  desk: ['desk', 'held', 'refunds', 'reconciliation'],
  admin: [
    'applications',
    'accounts',
    'messages',
    'season',
    'people',
    'statistics',
    'reconciliation',
    'journal',
    'operation',
  ],
}

const Order: readonly Role[] = ['reviewer', 'desk', 'admin']

export function placesOf(roles: readonly Role[]): PlaceName[] {
  return [...new Set(Order.filter((role) => roles.includes(role)).flatMap((role) => Places[role]))]
}

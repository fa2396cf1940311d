import type { Form } from '@/api/schema'

/** The form without what is computed from it. */
export type Editable = { -readonly [K in keyof Form]: Form[K] }

/** The fields by their names in the API, in the form's order. */
export const fields = [
  'name',
  'identityNumber',
  'sex',
  'birthDate',
  'birthDateExplanation',
  'ethnicGroup',
  'nativePlace',
  'email',
  'politicalStatus',
  'partyJoined',
  'partyBranch',
  'firstEmployed',
  'employer',
  'post',
  'titleSeries',
  'titleGrade',
  'appointingAuthority',
  'sealOffice',
  'educationLevel',
  'graduationSchool',
  'graduationMonth',
  'programme',
  'workHistory',
  'education',
  'chsiVerificationCode',
  'chsiValidUntil',
] as const

export type FieldName = (typeof fields)[number]

/** The sections, one at a time. */
export const sections = {
  person: [
    'name',
    'identityNumber',
    'sex',
    'birthDate',
    'birthDateExplanation',
    'ethnicGroup',
    'nativePlace',
    'email',
  ],
  party: ['politicalStatus', 'partyJoined', 'partyBranch'],
  work: [
    'firstEmployed',
    'employer',
    'post',
    'titleSeries',
    'titleGrade',
    'appointingAuthority',
    'sealOffice',
  ],
  schooling: ['educationLevel', 'graduationSchool', 'graduationMonth', 'programme'],
  history: ['workHistory'],
  diplomas: ['education', 'chsiVerificationCode', 'chsiValidUntil'],
} as const satisfies Record<string, readonly FieldName[]>

export type SectionName = keyof typeof sections

export const sectionNames = Object.keys(sections) as SectionName[]

/** The section in which a path stands. */
export function sectionOf(path: string): SectionName {
  const field = /^\w+/.exec(path)?.[0] ?? ''
  return sectionNames.find((name) => (sections[name] as readonly string[]).includes(field)) ?? 'person'
}

export function blankForm(): Editable {
  return { ...Object.fromEntries(fields.map((field) => [field, null])), workHistory: [], education: [] }
}

/** Only what the server takes, and nothing that is shared with the original. */
export function copyOf(form: Form): Editable {
  const copy = JSON.parse(JSON.stringify(form)) as Form
  return {
    ...Object.fromEntries(fields.map((field) => [field, copy[field] === '' ? null : (copy[field] ?? null)])),
    workHistory: copy.workHistory ?? [],
    education: copy.education ?? [],
  }
}

export function changedFields(before: Form, after: Form): FieldName[] {
  const [a, b] = [copyOf(before), copyOf(after)]
  return fields.filter((field) => canonical(a[field]) !== canonical(b[field]))
}

/** Empty text, null and a member that is left out are all nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, member]) => member !== null && member !== '')
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : inner,
  )
}

import type {
  Changes,
  FormField,
  Mark,
  ReviewedApplication,
  ReviewedField,
  ReviewedImage,
  Slot,
} from '@/api/schema'
import type { StaffWords } from '../words/zh'

/** One part that a reviewer looks at: a field of the form, or an image. */
export interface Part {
  /** "field:name", "image:0f…": as marks name it. */
  readonly target: string
  readonly section: Section | 'images'
  readonly name: string
  readonly field?: ReviewedField
  readonly image?: ReviewedImage
  readonly mark: Mark | null
  /** Changed since the round before; with the text it had. */
  readonly change?: { readonly before: string | null; readonly isNew: boolean }
  /** Unchanged since the round before, and to be looked at again because what it proves may have changed. */
  readonly isToCompare?: boolean
}

export type Section = keyof StaffWords['review']['sections']

const Sections: Readonly<Record<FormField, Section>> = {
  name: 'person',
  sex: 'person',
  ethnicGroup: 'person',
  birthDate: 'person',
  birthDateExplanation: 'person',
  identityNumber: 'person',
  nativePlace: 'person',
  email: 'person',
  politicalStatus: 'party',
  partyJoined: 'party',
  partyBranch: 'party',
  firstEmployed: 'work',
  employer: 'work',
  post: 'work',
  titleSeries: 'work',
  titleGrade: 'work',
  appointingAuthority: 'work',
  sealOffice: 'work',
  educationLevel: 'study',
  graduationSchool: 'study',
  graduationMonth: 'study',
  programme: 'study',
  workHistory: 'history',
  education: 'history',
  chsiVerificationCode: 'record',
  chsiValidUntil: 'record',
}

/** Which slot's image a field is compared with. */
const Evidence: Readonly<Partial<Record<FormField, Slot>>> = {
  name: 'identity-card',
  sex: 'identity-card',
  ethnicGroup: 'identity-card',
  birthDate: 'identity-card',
  identityNumber: 'identity-card',
  employer: 'appointment-document',
  post: 'appointment-document',
  appointingAuthority: 'appointment-document',
  titleSeries: 'professional-title',
  titleGrade: 'professional-title',
  educationLevel: 'bachelor-diploma',
  graduationSchool: 'bachelor-diploma',
  graduationMonth: 'bachelor-diploma',
  education: 'bachelor-diploma',
  chsiVerificationCode: 'chsi-record',
  chsiValidUntil: 'chsi-record',
}

/** The parts in the order of the form, then the images in the order of the slots; empty fields are no parts. */
export function partsOf(application: ReviewedApplication, changes: Changes | undefined): Part[] {
  const changed = new Map((changes?.fields ?? []).map((one) => [one.field, one.beforeText ?? null]))
  const added = new Set((changes?.imagesAdded ?? []).map((one) => one.id))
  const fields = application.fields
    .filter((field) => !field.isEmpty)
    .map((field): Part => ({
      target: `field:${field.field}`,
      section: Sections[field.field],
      name: field.name,
      field,
      mark: field.mark ?? null,
      ...(changed.has(field.field) && {
        change: { before: changed.get(field.field) ?? null, isNew: false },
      }),
    }))
  const images = application.images.map((image): Part => ({
    target: `image:${image.image.id}`,
    section: 'images',
    name: `${image.slotName}　${image.pageName}`,
    image,
    mark: image.mark ?? null,
    ...(added.has(image.image.id) && { change: { before: null, isNew: true } }),
  }))
  const parts = [...fields.sort((one, other) => order(one) - order(other)), ...images]
  return changes ? parts.map((one) => ({ ...one, isToCompare: !one.change && one.mark === null })) : parts
}

const Order = Object.keys(Sections)
const SectionOrder: readonly Section[] = ['person', 'party', 'work', 'study', 'history', 'record']

function order(part: Part): number {
  return SectionOrder.indexOf(part.section as Section) * 100 + Order.indexOf(part.field?.field ?? '')
}

/** In a later round: what changed, and what has still to be looked at. */
export function isNews(part: Part): boolean {
  return part.change !== undefined || part.mark?.verdict !== 'accepted'
}

/** The image to look at beside a part. */
export function evidenceFor(part: Part, images: readonly ReviewedImage[]): ReviewedImage | undefined {
  if (part.image) return part.image
  const slot = part.field && Evidence[part.field.field]
  return images.find((image) => image.image.slot === slot)
}

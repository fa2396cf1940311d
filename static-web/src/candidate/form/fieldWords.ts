import type { EducationEntry, Form, FormGuide, WorkEntry } from '@/api/schema'
import { dayWords, monthWords } from '@/figures/dates'
import type { FieldName } from './fields'

/** The words of a chosen value, as the server has them. */
export function choiceWords(guide: FormGuide, field: FieldName, value: string): string {
  const choices = guide.fields.find((one) => one.field === field)?.choices ?? []
  return choices.find((choice) => choice.value === value)?.words ?? value
}

/** A field's value as people read it; empty when nothing is filled in. */
export function valueWords(guide: FormGuide, form: Form, field: FieldName): string {
  switch (field) {
    case 'workHistory':
      return (form.workHistory ?? []).map(workWords).join('\n')
    case 'education':
      return (form.education ?? []).map((entry) => diplomaWords(guide, entry)).join('\n')
    case 'birthDate':
    case 'chsiValidUntil':
      return form[field] ? dayWords(form[field]) : ''
    case 'partyJoined':
    case 'firstEmployed':
    case 'graduationMonth':
      return form[field] ? monthWords(form[field]) : ''
    default:
      return form[field] ? choiceWords(guide, field, form[field]) : ''
  }
}

const dotted = (month: string) => month.replace(/-0?/, '.')

/** "2015.7-2017.3，**街道办事处，科员", as the guide writes it. */
export function workWords(entry: WorkEntry): string {
  const period = entry.to
    ? `${dotted(entry.from ?? '')}-${dotted(entry.to)}`
    : `${dotted(entry.from ?? '')}至今`
  const during = (entry.during ?? []).map(
    (line) =>
      `（其间：${dotted(line.from ?? '')}${line.to ? `-${dotted(line.to)}` : '至今'}，${line.text ?? ''}）`,
  )
  return [[period, entry.place, entry.post].filter(Boolean).join('，'), ...during].join('\n')
}

export function diplomaWords(guide: FormGuide, entry: EducationEntry): string {
  const level = guide.diplomaLevels.find((choice) => choice.value === entry.level)?.words
  const kind = guide.schoolKinds.find((choice) => choice.value === entry.kind)?.words
  const months = entry.from || entry.to ? `${dotted(entry.from ?? '')}-${dotted(entry.to ?? '')}` : ''
  return [level, kind, entry.school, entry.major, months, entry.certificateNumber, entry.degree]
    .filter(Boolean)
    .join('，')
}

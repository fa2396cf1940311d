import type { SharedWords } from './zh'

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const en: SharedWords = {
  system: 'Postgraduate enrolment for serving officials',
  skip: 'Skip to the content',
  language: '中文',
  signOut: 'Sign out',
  loading: 'Opening…',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  back: 'Back',
  retry: 'Try again',
  yes: 'Yes',
  no: 'No',
  days: (count) => plural(count, 'day'),
  hours: (count) => plural(count, 'hour'),
  minutes: (count) => plural(count, 'minute'),
  seconds: (count) => plural(count, 'second'),
  problems: {
    offline: 'The server cannot be reached. Check the connection; what you typed is still on this page.',
    broken: 'The server gave no answer that makes sense. Please try again later.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page has moved.',
    home: 'Back to the start',
  },
}

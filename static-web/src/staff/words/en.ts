import type { StaffWords } from './zh'

export const en: StaffWords = {
  note: 'Staff',
  titles: { signIn: 'Staff sign-in', home: 'Workplace' },
  signIn: {
    title: 'Staff sign-in',
    userName: 'User name',
    password: 'Password',
    submit: 'Sign in',
  },
  home: {
    welcome: (name) => `${name}, you are signed in.`,
  },
}

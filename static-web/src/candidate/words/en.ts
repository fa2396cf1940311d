import type { CandidateWords } from './zh'

export const en: CandidateWords = {
  note: 'Candidates',
  titles: { signIn: 'Sign in', home: 'My application' },
  signIn: {
    title: 'Sign in',
    lead: 'Use the mobile number that your account was opened with.',
    phone: 'Mobile number',
    sendCode: 'Send a code',
    code: 'Code from the text message',
    submit: 'Sign in',
  },
}

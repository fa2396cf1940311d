/** What a verification code says, held against the hosts that it may lead to (R9). */
export type CodeVerdict = 'official' | 'wrong-host' | 'unreadable'

/** The server decides in the same way: https, no other port, no user, and one of the season's hosts. */
export function judgeCode(text: string | null, officialHosts: readonly string[]): CodeVerdict {
  if (text === null) return 'unreadable'
  let address: URL
  try {
    address = new URL(text)
  } catch {
    return 'wrong-host'
  }
  const isOfficial =
    address.protocol === 'https:' &&
    address.username === '' &&
    address.password === '' &&
    address.port === '' &&
    officialHosts.includes(address.hostname)
  return isOfficial ? 'official' : 'wrong-host'
}

/** What people need to see of a code: the origin it leads to, or the beginning of its text. */
export function shownCode(text: string): string {
  try {
    const { origin } = new URL(text)
    if (origin !== 'null') return origin
  } catch {
    // No address: the text itself is shown.
  }
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}

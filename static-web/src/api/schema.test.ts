import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('The types are those of docs/api/openapi.json', () => {
  // npm run api writes them anew.
  expect(() =>
    execFileSync('npm', ['run', '--silent', 'api', '--', '--check'], { stdio: 'pipe' }),
  ).not.toThrow()
})

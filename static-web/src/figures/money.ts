/** "¥ 1,234.50", from whole fen. */
export function yuan(fen: number): string {
  return `¥ ${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
}

/** The image files in what was pasted or dropped; a file without a type is let through, since its bytes are looked at. */
export function imagesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(
    (file) => file.type === '' || file.type.startsWith('image/') || file.type === 'application/pdf',
  )
}

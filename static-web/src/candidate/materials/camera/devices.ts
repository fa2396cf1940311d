/** A phone or tablet: its own camera program opens from a file input. */
export function isTouchDevice(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}

/** Whether a camera can be asked for at all: a secure page, and a browser that knows how. */
export function hasCamera(): boolean {
  return (
    isTouchDevice() ||
    ('mediaDevices' in navigator && typeof navigator.mediaDevices.getUserMedia === 'function')
  )
}

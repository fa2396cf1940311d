import { computed, reactive } from 'vue'

const Largest = 8
const Smallest = 0.2

/** How an image is looked at: how large, moved by how much, turned by quarter turns. */
export function useView() {
  const view = reactive({ scale: 1, x: 0, y: 0, quarters: 0 })
  return {
    view,
    transform: computed(
      () => `translate(${view.x}px, ${view.y}px) rotate(${view.quarters * 90}deg) scale(${view.scale})`,
    ),
    zoom(by: number) {
      view.scale = Math.min(Largest, Math.max(Smallest, view.scale * by))
    },
    move(x: number, y: number) {
      view.x += x
      view.y += y
    },
    rotate() {
      view.quarters = (view.quarters + 1) % 4
    },
    fit() {
      Object.assign(view, { scale: 1, x: 0, y: 0, quarters: 0 })
    },
  }
}

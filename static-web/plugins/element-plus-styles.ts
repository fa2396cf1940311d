import type { Plugin } from 'vite'

const Imported = /import\s*\{([^}]*)\}\s*from\s*['"]element-plus['"]/g

/** ElDatePicker → date-picker */
function folderOf(component: string): string {
  return component
    .replace(/^El/, '')
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase()
}

/** Brings along the style of each Element Plus component that a file imports by name, and of no other. */
export function elementPlusStyles(): Plugin {
  return {
    name: 'element-plus-styles',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('element-plus')) return null
      const components = [...code.matchAll(Imported)].flatMap((match) =>
        (match[1] ?? '').split(',').map((name) => name.trim().split(/\s+as\s+/)[0] ?? ''),
      )
      const styles = components
        .filter((name) => /^El[A-Z]/.test(name))
        .map((name) => `import 'element-plus/es/components/${folderOf(name)}/style/css'`)
      return styles.length === 0 ? null : { code: `${code}\n${styles.join('\n')}`, map: null }
    },
  }
}

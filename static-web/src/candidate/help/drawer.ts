import { ref, type Ref } from 'vue'
import type { ArticleName } from './articles'

/** The article that is open beside what it explains. */
export const shownArticle: Ref<ArticleName | undefined> = ref()

export function explain(article: ArticleName): void {
  shownArticle.value = article
}

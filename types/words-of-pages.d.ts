declare module 'virtual:words-of-pages' {
	/** Made by `scripts/words-of-pages.ts` when pages are built. */
	export const WORDS_OF_PAGES: import('#app/locales/load-words.ts').WordsOfPages
}

/** What somebody signed of a matter: its text by its hash, and the title that it had; null in rows of earlier releases. */
export type SignedWord = { readonly contentSha256: string; readonly title: string | null }

/** The text and the title that a matter has now. */
export type PresentText = {
	readonly title: string
	readonly currentVersion: { readonly contentSha256: string } | null
}

/**
 * Whether what was signed is what the matter is now: the hash is of the files alone, so a text under another title is
 * another one (党政机关公文处理工作条例 art. 25: what changes after it was signed goes back to who signed it).
 */
export function isOnPresentText(signed: SignedWord, { title, currentVersion }: PresentText): boolean {
	return (
		signed.contentSha256 === currentVersion?.contentSha256 &&
		(signed.title === null || signed.title === title)
	)
}

/** The words of the button of the last act that is known to be done, until the page that follows has said them. */
let words: string | null = null

export function keepDoneAct(said: string): void {
	words = said
}

/** The words that were kept, once; null where nothing was done since. */
export function takeDoneAct(): string | null {
	const said = words
	words = null
	return said
}

/** Why a form has no answer of ours that its page could show. */
export type Cause =
	| 'no-answer'
	| 'bad-gateway'
	| 'unavailable'
	| 'too-slow'
	| 'foreign'
	| 'too-large'
	| 'turned-away'
	| 'gone'
	| 'broken'

/** What came back for a form: an answer for its page, which may say that it was done; or why there is none. */
export type Came =
	| { readonly kind: 'answer'; readonly isDone: boolean; readonly isSignedOut: boolean }
	| { readonly kind: 'failed'; readonly cause: Cause }

/** How Remix begins the text of an answer that throws; its status where the browser is sent on, and where to. */
const THROWN = '[{"_1":2},"error"'
const SENT_ON = 202
const SIGN_IN = '"redirect","/sign-in?to='

/**
 * Reads what came back by its status, whether it is ours, and the beginning of its text. A page would lose its forms to
 * what was thrown and to what somebody on the way answered, so neither reaches it.
 */
export function kindOfAnswer(status: number, isOurs: boolean, text: string): Came {
	if (status === 413) return failed('too-large')
	if (status === 502) return failed('bad-gateway')
	if (status === 504) return failed('too-slow')
	if (!isOurs) return failed(foreignCause(status))
	if (text.startsWith(THROWN)) return failed(thrownCause(status))
	const isSignedOut = status === SENT_ON && text.includes(SIGN_IN)
	return { kind: 'answer', isDone: !isSignedOut && status < 400, isSignedOut }
}

/** Whether sending the same form again by itself may mend it. */
export function isPassing(cause: Cause): boolean {
	return ['no-answer', 'bad-gateway', 'unavailable', 'too-slow', 'foreign'].includes(cause)
}

function failed(cause: Cause): Came {
	return { kind: 'failed', cause }
}

/** Our own server answers outside of pages too: a form of another site, a fault before any page. */
function foreignCause(status: number): Cause {
	if (status === 503) return 'unavailable'
	if (status === 400 || status === 403) return 'turned-away'
	return status === 500 ? 'broken' : 'foreign'
}

function thrownCause(status: number): Cause {
	if (status === 404) return 'gone'
	return status >= 500 ? 'broken' : 'turned-away'
}

import type { SameShape } from '#app/locales/same-shape.ts'
import type { sending as zh } from '#app/locales/zh-cn/sending.ts'

export const sending: SameShape<typeof zh> = {
	head: {
		unknown: 'Not known yet whether it was done: {{cause}}. Everything is still on this page.',
		none: 'Not saved: {{cause}}. Everything is still on this page.',
		refused: 'Not done: {{cause}}, so the reason is not here yet.',
		done: 'Done: {{cause}}, but the record of it was found.',
		changed:
			'What you sent first was done. What you changed since was not sent; it is still on this page. Reload the page, then send it.',
	},
	cause: {
		'no-answer': 'the server did not answer',
		'bad-gateway': 'a server on the way cannot reach this system (502)',
		unavailable: 'the service is not available just now (503)',
		'too-slow': 'this system did not answer in time (504)',
		foreign: 'what came back is not from this system',
		'too-large': 'it is {{megabytes}} MB, more than the server takes (413)',
		'turned-away': 'the form was not accepted; reload this page, then send it again',
		gone: 'there is no such matter, or it is not yours to see',
		broken: 'the system has a fault',
	},
	number: 'Give {{number}} to the administrator.',
	waiting: 'Trying again by itself; nothing is done twice.',
	mayRepeat: 'You can send it again; nothing is done twice.',
	mustLook: 'It may have been done or not; look first, then send it again.',
	now: 'Try now',
	stop: 'Stop trying',
	close: 'Close',
	page: 'No connection: the page is not here yet. Trying again by itself.',
	pageAfterDone: 'Done. No connection: the next page is not here yet. Trying again by itself.',
	kept: {
		restored: 'What you wrote at {{when}} was not sent yet. It is back in its place.',
		files: 'The files {{files}} could not be kept; choose them again.',
		differs: 'Another window wrote something else in this form at {{when}}:',
		theirs: 'Take the other window’s',
		mine: 'Keep what is here',
	},
}

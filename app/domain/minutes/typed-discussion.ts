import type { Attendee } from '#app/domain/meeting/attendance.ts'
import type { DiscussionRecord, TypedDiscussion, Voice } from './discussion.ts'
import { STANCE_WORDS } from './stance.ts'

const person = ({ name, organ }: { readonly name: string; readonly organ: string }) =>
	`${name} ${organ}`.trim()

/**
 * What the form of a discussion begins with: who was to present, who attends the meeting, and a line for each member who
 * is there, the head last. How they stand is for the secretary to write: a line without it is not taken.
 */
export function emptyDiscussion(
	attendance: readonly Attendee[],
	presenter: { readonly name: string; readonly organ: string },
	chair: string,
): TypedDiscussion {
	const members = attendance.filter(({ capacity }) => capacity === 'member')
	const head = members.some(({ name }) => name === chair) ? chair : ''
	const speakers = [...members.filter(({ name }) => name !== head).map(({ name }) => name), head]
	return {
		presenters: presenter.name === '' ? '' : person(presenter),
		attending: attendance
			.filter(({ capacity }) => capacity === 'attending')
			.map(person)
			.join('\n'),
		opinions: speakers
			.filter((name) => name !== '')
			.map((name) => `${name} `)
			.join('\n'),
		head,
		headReason: '',
	}
}

/** A recorded discussion as it would be typed. */
export function typedDiscussion({ head, headReason, voices }: DiscussionRecord): TypedDiscussion {
	const of = (part: Voice['part']) => voices.filter((voice) => voice.part === part)
	return {
		presenters: of('presenter').map(person).join('\n'),
		attending: of('attending').map(person).join('\n'),
		opinions: of('opinion').map(opinion).join('\n'),
		head,
		headReason,
	}
}

function opinion({ name, stance, words }: Voice): string {
	const said = stance === null ? [] : (STANCE_WORDS[stance][0] ?? '')
	return [name, said, words].flat().join(' ').trim()
}

import type { Attendee } from '#app/domain/meeting/attendance.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { DiscussionRecord, TypedDiscussion, Voice, VoicePart } from './discussion.ts'
import { needsReason } from './head-decides.ts'
import { stanceOf } from './stance.ts'

export type ReadDiscussion = Pick<DiscussionRecord, 'head' | 'headReason' | 'voices'>

const NAME_LIMIT = 60
const LINES_LIMIT = 100

/**
 * Reads how an item was discussed against the attendance: each member who is there says how they stand, in the order in
 * which they spoke, whoever does not agree in their own words; and the head gives a reason for deciding against most of
 * them (重大行政决策程序暂行条例 art. 30). What is missing, or names somebody who was not there, is refused by its field.
 */
export function readDiscussion(
	typed: TypedDiscussion,
	attendance: readonly Attendee[],
): Result<ReadDiscussion, Unfitting> {
	const presenters = readPersons('presenters', 'presenter', typed.presenters)
	if (!presenters.ok) return presenters
	if (presenters.value.length === 0) return unfit('presenters', 'missing')
	const attending = readPersons('attending', 'attending', typed.attending)
	if (!attending.ok) return attending
	const guests = [...presenters.value, ...attending.value]
	const members = attendance.filter(({ capacity }) => capacity === 'member')
	const opinions = readOpinions(typed.opinions, members, guests)
	if (!opinions.ok) return opinions
	const head = typed.head.trim()
	if (head === '') return unfit('head', 'missing')
	const voices = [...guests, ...opinions.value]
	const headReason = typed.headReason.trim()
	if (!members.some(({ name }) => name === head)) return unfit('head', 'not-present')
	if (needsReason({ head, voices }) && headReason === '') return unfit('headReason', 'reason-owed')
	return accept({ head, headReason, voices })
}

function unfit(field: string, problem: Problem): Result<never, Unfitting> {
	return refuse({ code: 'unfitting', field, problem })
}

function linesOf(typed: string): string[] {
	return typed
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
}

const GAP = /[\s,，、：:　]+/

/** The name of a line, and what follows it. */
function nameAndRest(line: string): readonly [name: string, rest: string] {
	const [name = ''] = line.split(GAP)
	return [name, line.slice(name.length).replace(/^[\s,，、：:　]+/, '')]
}

function readPersons(field: string, part: VoicePart, typed: string): Result<Voice[], Unfitting> {
	const lines = linesOf(typed)
	if (lines.length > LINES_LIMIT || lines.some((line) => line.length > NAME_LIMIT))
		return unfit(field, 'too-long')
	const persons = lines.map((line) => {
		const [name, organ] = nameAndRest(line)
		return { part, name, organ, stance: null, words: '' }
	})
	return isTwice(persons) ? unfit(field, 'person-twice') : accept(persons)
}

function isTwice(persons: readonly { readonly name: string }[]): boolean {
	return new Set(persons.map(({ name }) => name)).size < persons.length
}

function readOpinions(
	typed: string,
	members: readonly Attendee[],
	guests: readonly Voice[],
): Result<Voice[], Unfitting> {
	const lines = linesOf(typed)
	if (lines.length > LINES_LIMIT) return unfit('opinions', 'too-many')
	const voices: Voice[] = []
	for (const line of lines) {
		const voice = readOpinion(line, members, guests)
		if (!voice.ok) return voice
		voices.push(voice.value)
	}
	if (isTwice(voices.filter(({ stance }) => stance !== null))) return unfit('opinions', 'person-twice')
	const isSilent = ({ name }: Attendee) => !voices.some((voice) => voice.name === name)
	return members.some(isSilent) ? unfit('opinions', 'member-missing') : accept(voices)
}

function readOpinion(
	line: string,
	members: readonly Attendee[],
	guests: readonly Voice[],
): Result<Voice, Unfitting> {
	const [name, rest] = nameAndRest(line)
	const member = members.find((each) => each.name === name)
	if (!member) {
		const guest = guests.find((each) => each.name === name)
		if (!guest) return unfit('opinions', 'not-present')
		if (rest === '') return unfit('opinions', 'words-owed')
		return accept({ part: 'opinion', name, organ: guest.organ, stance: null, words: rest })
	}
	const [said, words] = nameAndRest(rest)
	const stance = stanceOf(said)
	if (stance === null) return unfit('opinions', 'no-stance')
	if (stance !== 'agree' && stance !== 'none' && words === '') return unfit('opinions', 'words-owed')
	return accept({ part: 'opinion', name, organ: member.organ, stance, words })
}

import type { Reader } from '#app/documents/reader/reader.server.ts'
import type { LoosePair, LooseText } from '#app/comparison/loose-texts.ts'
import { readReadAs } from '#app/documents/reader/read-as.ts'
import type { TrackedChange } from '#app/documents/word/tracked-changes.ts'
import { suffixOf } from '#app/documents/sniff-content.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { type BesideChange, compareBeside } from '#app/domain/document/compare-beside.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { inPatience } from './compare-versions.server.ts'
import { loadOtherText } from './other-texts.server.ts'
import { type Comparison, readComparison } from './read-comparison.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import {
	type GivenFile,
	type TakenFile,
	takeDraft,
	takeTracked,
	takePastedText,
} from '#app/services/files/take-file.server.ts'

/** One of two texts as the form brings it: a file, or what was pasted. A file comes first. */
export type LooseGiven = { readonly file: Omit<GivenFile, 'secrecy'> | null; readonly pasted: string }

/** The older text may be a published document of the register instead, by its id. */
export type OlderGiven = LooseGiven | { readonly document: string }

/** What the form brings, or why it was cut off before it could be read. */
export type LooseForm =
	| { readonly old: OlderGiven; readonly new: LooseGiven; readonly secrecy: string }
	/** One Word file with tracked changes: before them, and with all of them accepted. */
	| { readonly tracked: Omit<GivenFile, 'secrecy'>; readonly secrecy: string }
	| { readonly refused: Refusal }

/** The longest text, in UTF-16 code units: longer than any statute. */
const LONGEST = 1_500_000

/**
 * Takes two texts that belong to no matter, to be compared; the older may be a published document. Nothing of them is stored: they stay in memory for a while,
 * for whoever brought them; the trail keeps that they were compared, and their hashes.
 */
export async function compareLooseTexts(
	shell: Shell,
	actor: Actor,
	key: string,
	given: LooseForm,
): Promise<Result<Done<{ readonly id: string }>, Refusal>> {
	const taken = await takePair(shell, actor, given)
	const body = taken.ok ? hashesOf(taken.value) : { refused: taken.reason.code }
	const order = { name: 'texts.compared', key, body, locks: [] } as const
	const answer = await runCommand(shell, actor, order, async (command) => {
		const post = permit(actor, 'texts.compared', { jurisdictionId: actor.jurisdictionId })
		if (!post.ok) return post
		const stream = `user/${actor.personId}`
		command.refusalsGoTo(stream, post.value)
		if (!taken.ok) return taken
		const id = shell.newId()
		await command.record({
			stream,
			kind: 'texts.compared',
			detail: hashesOf(taken.value),
			post: post.value,
		})
		shell.looseTexts.keep(actor.personId, id, taken.value, command.at)
		return accept({ id })
	})
	return alertWhenClassified(shell, actor, key, answer)
}

function hashesOf(pair: LoosePair) {
	return { old: pair.old.sha256, new: pair.new.sha256 }
}

async function takePair(shell: Shell, actor: Actor, given: LooseForm): Promise<Result<LoosePair, Refusal>> {
	if ('refused' in given) return refuse(given.refused)
	if ('tracked' in given) return takeTrackedPair(shell, { ...given.tracked, secrecy: given.secrecy })
	const old =
		'document' in given.old
			? await takePublished(shell, actor, given.old.document)
			: await takeText(shell.reader, 'old', given.old, given.secrecy)
	if (!old.ok) return old
	const fresh = await takeText(shell.reader, 'new', given.new, given.secrecy)
	return fresh.ok ? accept({ old: old.value, new: fresh.value }) : fresh
}

async function takeTrackedPair(shell: Shell, given: GivenFile): Promise<Result<LoosePair, Refusal>> {
	const taken = await takeTracked(shell.reader, given)
	if (!taken.ok) return taken
	const { file, tracked } = taken.value
	const text = file.text ?? ''
	if (Math.max(text.length, tracked.text.length) > LONGEST)
		return refuse({ code: 'unfitting', field: 'tracked', problem: 'too-long' })
	return accept({
		old: {
			name: '',
			text: tracked.text,
			sha256: sha256Hex(tracked.text),
			file: null,
			document: readReadAs(tracked.before).document,
		},
		new: {
			name: file.name,
			text,
			sha256: sha256Hex(text),
			file: file.bytes,
			document: file.readAs === null ? null : readReadAs(file.readAs).document,
		},
		changes: tracked.changes,
	})
}

async function takePublished(
	shell: Shell,
	actor: Actor,
	document: string,
): Promise<Result<LooseText, Refusal>> {
	const published = await loadOtherText(shell, actor, { document })
	if (!published) return refuse({ code: 'not-found' })
	return accept({
		name: published.title,
		text: published.text,
		sha256: published.contentSha256,
		file: null,
		document: null,
	})
}

async function takeText(
	reader: Reader,
	field: 'old' | 'new',
	{ file, pasted }: LooseGiven,
	secrecy: string,
): Promise<Result<LooseText, Refusal>> {
	if (!file && pasted.trim() === '') return refuse({ code: 'unfitting', field, problem: 'missing' })
	const taken: Result<TakenFile, Refusal> = file
		? await takeDraft(reader, { ...file, secrecy })
		: await takePastedText(reader, pasted, secrecy)
	if (!taken.ok) return taken
	const text = taken.value.text ?? ''
	if (text.length > LONGEST) return refuse({ code: 'unfitting', field, problem: 'too-long' })
	const { name, bytes } = taken.value
	const isWord = file !== null && suffixOf(name) === '.docx'
	const readAs = isWord ? taken.value.readAs : null
	return accept({
		name: file ? name : '',
		text,
		sha256: sha256Hex(text),
		file: isWord ? bytes : null,
		document: readAs === null ? null : readReadAs(readAs).document,
	})
}

/** Two loose texts compared; the comparison is null while it is under way. */
export type LooseComparison = {
	readonly old: Pick<LooseText, 'name' | 'sha256'>
	readonly new: Pick<LooseText, 'name' | 'sha256'>
	readonly besideText: readonly BesideChange[]
	/** Who made which tracked change when, where the two are one file. */
	readonly changes: readonly TrackedChange[]
	readonly comparison: Comparison | null
}

/** Reads a comparison of loose texts, or null where its texts are not there any more, or are somebody else's. */
export async function readLooseComparison(
	shell: Shell,
	actor: Actor,
	id: string,
	choice: ReadingChoice,
): Promise<Result<LooseComparison | null, Refusal>> {
	const post = permit(actor, 'texts.compared', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const pair = shell.looseTexts.find(actor.personId, id, shell.now())
	if (!pair) return accept(null)
	const asked = { old: pair.old, new: pair.new, corrections: [] }
	const redline = await inPatience(shell.comparer.compare(asked))
	const nameOf = ({ name, sha256 }: LooseText) => ({ name, sha256 })
	return accept({
		old: nameOf(pair.old),
		new: nameOf(pair.new),
		besideText: compareBeside(pair.old.document, pair.new.document),
		changes: pair.changes ?? [],
		comparison:
			redline &&
			(await readComparison(shell, actor.jurisdictionId, { redline, corrections: [] }, [], {
				choice,
				correct: null,
				ledger: null,
			})),
	})
}

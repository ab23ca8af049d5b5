import type { LooseText } from '#app/comparison/loose-texts.ts'
import { loadPrecheckEdition } from '#app/db/load-reference.server.ts'
import { readReadAs } from '#app/documents/reader/read-as.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { documentOfText } from '#app/domain/document/text-document.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { rulesVersion } from '#app/domain/precheck/rules/precheck-edition.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import { type ShownPrecheck, showPrecheck } from '#app/services/files/precheck-of-draft.server.ts'
import { type GivenFile, takeDraft, takePastedText } from '#app/services/files/take-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A text as the form brings it, or why it was cut off before it could be read. A file comes first. */
export type LooseForm =
	| { readonly file: Omit<GivenFile, 'secrecy'> | null; readonly pasted: string; readonly secrecy: string }
	| { readonly refused: Refusal }

/** The longest text, in UTF-16 code units: longer than any statute. */
const LONGEST = 1_500_000

/**
 * Reads a text that belongs to no matter by the rules. Nothing of it is stored: it stays in memory for a while, for whoever
 * brought it; the trail keeps that it was read, its hash, and the version of the rules.
 */
export async function precheckLooseText(
	shell: Shell,
	actor: Actor,
	key: string,
	given: LooseForm,
): Promise<Result<Done<{ readonly id: string }>, Refusal>> {
	const taken = await takeText(shell, given)
	const made = taken.ok ? await readByRules(shell, taken.value) : null
	const body = taken.ok ? { text: taken.value.sha256 } : { refused: taken.reason.code }
	const order = { name: 'text.prechecked', key, body, locks: [] } as const
	const answer = await runCommand(shell, actor, order, async (command) => {
		const post = permit(actor, 'text.prechecked', { jurisdictionId: actor.jurisdictionId })
		if (!post.ok) return post
		const stream = `user/${actor.personId}`
		command.refusalsGoTo(stream, post.value)
		if (!taken.ok || !made) return taken.ok ? refuse({ code: 'not-found' }) : taken
		const id = shell.newId()
		const hits = made.shown.hits === null ? null : made.shown.hits.length + made.shown.left
		await command.record({
			stream,
			kind: 'text.prechecked',
			detail: { text: taken.value.sha256, rules: made.version, hits },
			post: post.value,
		})
		shell.looseTexts.keep(actor.personId, id, { old: taken.value, new: taken.value }, command.at)
		return accept({ id })
	})
	return alertWhenClassified(shell, actor, key, answer)
}

/** A text that was brought, with what the rules say of it; null where it is not there any more, or is somebody else's. */
export async function readLoosePrecheck(
	shell: Shell,
	actor: Actor,
	id: string,
): Promise<Result<{ readonly name: string; readonly precheck: ShownPrecheck } | null, Refusal>> {
	const post = permit(actor, 'text.prechecked', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const pair = shell.looseTexts.find(actor.personId, id, shell.now())
	if (!pair) return accept(null)
	const { shown } = await readByRules(shell, pair.new)
	return accept({ name: pair.new.name, precheck: shown })
}

async function readByRules(shell: Shell, { text, document }: LooseText) {
	const today = plainDateIn(shell.now())
	const edition = await loadPrecheckEdition(shell.db, today)
	const version = rulesVersion(edition, today)
	const { rules, lists } = edition
	const read = { document: document ?? documentOfText(text), legal: null }
	const made = await shell.reader.precheck({ read, rules, lists, today })
	return { shown: showPrecheck(made, edition, version), version }
}

async function takeText(shell: Shell, given: LooseForm): Promise<Result<LooseText, Refusal>> {
	if ('refused' in given) return refuse(given.refused)
	const { file, pasted, secrecy } = given
	if (!file && pasted.trim() === '') return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
	const taken = file
		? await takeDraft(shell.reader, { ...file, secrecy })
		: await takePastedText(shell.reader, pasted, secrecy)
	if (!taken.ok) return taken
	const text = taken.value.text ?? ''
	if (text.length > LONGEST) return refuse({ code: 'unfitting', field: 'file', problem: 'too-long' })
	const { readAs, name } = taken.value
	return accept({
		name: file ? name : '',
		text,
		sha256: sha256Hex(text),
		file: null,
		document: readAs === null ? null : readReadAs(readAs).document,
	})
}

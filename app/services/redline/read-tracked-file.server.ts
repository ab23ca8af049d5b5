import type { FileRead } from '#app/documents/reader/read-file.ts'
import { readReadAs } from '#app/documents/reader/read-as.ts'
import { suffixOf } from '#app/documents/sniff-content.ts'
import type { TrackedChange } from '#app/documents/word/tracked-changes.ts'
import { type BesideChange, compareBeside } from '#app/domain/document/compare-beside.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import type { Reading, ReadingChoice } from '#app/domain/redline-reading/reading.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { readMatterFile } from '#app/services/files/read-matter-file.server.ts'
import { type MatterHeading, openMatterPage } from '#app/services/matter/open-matter-page.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { inPatience } from './compare-versions.server.ts'

/** A Word file of a matter with its author's tracked changes, beside the versions of the text. */
export type TrackedFilePage = {
	readonly heading: MatterHeading
	readonly name: string
	readonly sha256: string
	/** Null where the file has no tracked changes. */
	readonly tracked: {
		readonly changes: readonly TrackedChange[]
		readonly besideText: readonly BesideChange[]
		/** The versions whose text is that of the file before its changes, and with all of them accepted. */
		readonly sameBefore: readonly number[]
		readonly sameAfter: readonly number[]
		/** Null while a large text is being compared. */
		readonly reading: Reading | null
	} | null
}

/**
 * Reads a file of a matter as a comparison: before its tracked changes and after, who made them when. It is evidence and
 * no version: the page says which version, if any, has the same words.
 */
export async function readTrackedFile(
	shell: Shell,
	actor: Actor,
	matterId: string,
	sha256: string,
	choice: ReadingChoice,
): Promise<Result<TrackedFilePage, Refusal>> {
	const opened = await openMatterPage(shell, actor, matterId)
	if (!opened.ok) return opened
	const file = await readMatterFile(shell, actor, matterId, { sha256, name: null })
	if (!file.ok) return file
	const { name, bytes } = file.value
	const read = suffixOf(name) === '.docx' ? await shell.reader.read({ kind: 'tracked', bytes, name }) : null
	const { heading } = opened.value
	return accept({
		heading,
		name,
		sha256,
		tracked: read?.ok ? await trackedOf(shell, opened.value.matter, read.value, choice) : null,
	})
}

async function trackedOf(
	shell: Shell,
	matter: { readonly jurisdictionId: string; readonly id: string },
	{ text, readAs, tracked }: FileRead,
	choice: ReadingChoice,
): Promise<TrackedFilePage['tracked']> {
	if (tracked === undefined || readAs === null || tracked.changes.length === 0) return null
	const [before, after] = [readReadAs(tracked.before).document, readReadAs(readAs).document]
	const old = { text: tracked.text, document: before }
	const redline = await inPatience(
		shell.comparer.compare({ old, new: { text, document: after }, corrections: [] }),
	)
	const versions = await shell.db.draftVersion.findMany({
		where: { jurisdictionId: matter.jurisdictionId, matterId: matter.id },
		select: { versionNo: true, text: true },
		orderBy: { versionNo: 'asc' },
	})
	const same = (words: string) =>
		versions.filter((version) => version.text === words).map(({ versionNo }) => versionNo)
	return {
		changes: tracked.changes,
		besideText: compareBeside(before, after),
		sameBefore: same(tracked.text),
		sameAfter: same(text),
		reading: redline && readRedline(redline, [], choice),
	}
}

import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, DocumentTree } from '#app/domain/document/document-tree.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import { writeOwnDraft } from '#app/documents/own-draft/write-own-draft.server.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, numbered, p, r } from '#tests/support/docx-builder.ts'
import { drawnDocx, drawnPair } from '#tests/support/drawn-word.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { acceptedTree, rejectedTree } from '#tests/support/settle-revisions.ts'

const AT = new Date('2026-03-09T02:30:00.000Z')

async function mark(old: Uint8Array, fresh: Uint8Array, marked: 'old' | 'new'): Promise<Uint8Array> {
	const written = await writeOwnDraft({
		files: { old, new: fresh },
		marked,
		author: '赵起草',
		at: AT,
		comments: [],
	})
	if (!written.ok) throw new Error(written.reason.because)
	return written.value
}

async function treeOf(bytes: Uint8Array): Promise<DocumentTree> {
	const reading = await readDraft(bytes, 'a.docx')
	if (!reading.ok) throw new Error(reading.reason.code)
	return reading.value.document
}

/** What a reader sees: lines with their numbers, tables by rows, columns and spans, images by their hash. */
function seen(tree: DocumentTree): unknown {
	const lines = linesOf(tree).map(({ text }) => text)
	while (lines.at(-1) === '') lines.pop()
	const shape = (blocks: readonly Block[]): unknown[] =>
		blocks.flatMap((block): unknown[] => {
			if (block.kind === 'paragraph')
				return block.marks.flatMap((each) => (each.kind === 'image' ? [each.image.sha256] : []))
			if (block.kind === 'text-box') return [shape(block.blocks)]
			return [
				block.rows.map((row) =>
					row.cells.map((cell) => [cell.column, cell.columnSpan, cell.rowSpan, shape(cell.blocks)]),
				),
			]
		})
	return { lines, shape: shape(tree.body), notes: tree.notes.map(({ mark: sign }) => sign) }
}

async function expectBoth(old: Uint8Array, fresh: Uint8Array): Promise<void> {
	const [before, after] = [seen(await treeOf(old)), seen(await treeOf(fresh))]
	for (const marked of ['new', 'old'] as const) {
		const bytes = await mark(old, fresh, marked)
		expect(
			brokenRules(bytes).filter((rule) => /^(word\/document|revision|deleted|comment)/.test(rule)),
		).toEqual([])
		expect({ marked, accepted: seen(await acceptedTree(bytes)) }).toEqual({ marked, accepted: after })
		expect({ marked, rejected: seen(await rejectedTree(bytes)) }).toEqual({ marked, rejected: before })
	}
}

test('whatever was changed in a file, accepting gives the new one and rejecting the old one', async () => {
	await fc.assert(
		fc.asyncProperty(
			drawnPair,
			fc.constantFrom('same' as const, 'others' as const),
			async ([old, fresh], lists) => {
				await expectBoth(drawnDocx(old), drawnDocx(fresh, lists))
			},
		),
		{ numRuns: 150 },
	)
}, 240_000)


import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { markLines } from '#app/documents/marked-lines/mark-lines.ts'
import { type MarkedParagraph, layMarks } from '#app/documents/marked-draft/paragraph-marks.ts'

const texts = fc
	.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '；', '。'), maxLength: 5 }), {
		minLength: 1,
		maxLength: 7,
	})
	.map((lines) => lines.join('\n'))

const lay = (old: string, fresh: string) => layMarks(markLines(old, fresh, compareTexts(old, fresh)))

/** What is left of a paragraph, its mark included, when all changes are settled one way. */
function settle(paragraphs: readonly MarkedParagraph[], gone: 'inserted' | 'deleted'): string {
	const last = paragraphs.length - 1
	return paragraphs
		.map(({ line, at, mark }, place) => {
			const words = at === null ? [] : [...line.label, ...line.body].filter(({ kind }) => kind !== gone)
			const end = place === last || mark === gone ? '' : '\n'
			return words.map(({ text }) => text).join('') + end
		})
		.join('')
}

test('marks that come and go give both texts back, and the last one does neither', () => {
	fc.assert(
		fc.property(texts, texts, (old, fresh) => {
			const paragraphs = lay(old, fresh)
			expect(paragraphs.at(-1)?.mark).toBe('kept')
			expect([settle(paragraphs, 'deleted'), settle(paragraphs, 'inserted')]).toEqual([fresh, old])
		}),
		{ numRuns: 700 },
	)
})

test('no insertion touches another across a mark that stays, which LibreOffice would take for one', () => {
	fc.assert(
		fc.property(texts, texts, (old, fresh) => {
			const paragraphs = lay(old, fresh)
			const kinds = paragraphs.map(({ line, at }) =>
				at === null ? [] : [...line.label, ...line.body].map(({ kind }) => kind),
			)
			for (const [place, { mark }] of paragraphs.entries()) {
				if (mark !== 'kept' || place === paragraphs.length - 1) continue
				const words = kinds[place] ?? []
				const ends = words.at(-1) ?? (paragraphs[place - 1]?.mark === 'inserted' ? 'inserted' : 'same')
				const next = kinds[place + 1] ?? []
				const begins = next[0] ?? (paragraphs[place + 1]?.mark === 'inserted' ? 'inserted' : 'same')
				expect([ends, begins]).not.toEqual(['inserted', 'inserted'])
			}
		}),
		{ numRuns: 700 },
	)
})

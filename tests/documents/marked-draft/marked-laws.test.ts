import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { writeMarkedDraft } from '#app/documents/marked-draft/write-marked-draft.server.ts'
import { lawPairs } from '#tests/support/law-pairs.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { acceptAll, rejectAll } from '#tests/support/settle-revisions.ts'

/** Real texts are not part of the project: set LAW_TEXTS_DIR to the folder that holds `pairs/`. */
const PAIRS = lawPairs()

test.skipIf(PAIRS.length === 0)(
	'花脸稿 of every pair of real laws gives back both texts and keeps the rules of its format (LAW_TEXTS_DIR)',
	async () => {
		for (const { name, oldText, newText } of PAIRS) {
			const side = (text: string, no: string) => ({
				text,
				document: null,
				name: no,
				day: null,
				sha256: 'a1'.repeat(32),
			})
			const bytes = await writeMarkedDraft({
				texts: { old: side(oldText, '第1稿'), new: side(newText, '第2稿') },
				redline: compareTexts(oldText, newText),
				author: '赵起草',
				at: new Date(0),
				comments: [],
			})
			const settled = { accepted: await acceptAll(bytes), rejected: await rejectAll(bytes) }
			expect(settled, name).toEqual({ accepted: newText, rejected: oldText })
			expect(brokenRules(bytes), name).toEqual([])
		}
	},
	180_000,
)

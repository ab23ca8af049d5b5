/**
 * `npm run -s bench:redline-unseen [seeds] [part of a name] [notes]`: how right the redline is on pairs that were made by
 * random edits of the texts in LAW_TEXTS_DIR, so that it is known what became of each article and paragraph.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChance } from './unseen-pairs/chance.ts'
import { type Draft, articlesIn, readDraft, writeDraft } from './unseen-pairs/draft.ts'
import { EDIT_NAMES } from './unseen-pairs/edits.ts'
import { type Revision, revise } from './unseen-pairs/pair.ts'
import { type Tally, emptyTally, f1, scorePair } from './unseen-pairs/score.ts'
import { readTruth } from './unseen-pairs/truth.ts'
import { TYPESETTINGS, typeset } from './unseen-pairs/typesetting.ts'
import { gatherWords } from './unseen-pairs/words.ts'

/** A text with fewer articles gives no place for edits. */
const FEWEST_ARTICLES = 8
const FEW = 1 / 8
const MANY = 1 / 3
const MOST = 2 / 3

const REVISIONS: Readonly<Record<string, Revision>> = {
	...Object.fromEntries(EDIT_NAMES.map((name) => [name, { edits: [name], perArticle: FEW }])),
	'all edits, one to three articles': { edits: EDIT_NAMES, perArticle: MANY },
	'the same, citations left as they were': { edits: EDIT_NAMES, perArticle: MANY, keepsCitations: true },
	'all edits, two to three articles': { edits: EDIT_NAMES, perArticle: MOST },
	'all edits, texts of 4 to 10 articles': { edits: EDIT_NAMES, perArticle: MANY, atMost: 10 },
	'条 to 一、（一）': { edits: EDIT_NAMES, perArticle: FEW, fresh: 'sections' },
	'一、（一） to 条': { edits: EDIT_NAMES, perArticle: FEW, old: 'sections' },
	'条 to 1.': { edits: EDIT_NAMES, perArticle: FEW, fresh: 'arabic' },
}

const laws = process.env['LAW_TEXTS_DIR'] ?? ''
const [seeds = '2', only = '', notes = '0'] = process.argv.slice(2)
if (laws === '') console.log('LAW_TEXTS_DIR is not set: there are no texts to revise')
else report(readDrafts())

function readDrafts(): Draft[] {
	const names = [
		...readdirSync(join(laws, 'corpus')).map((name) => join('corpus', name)),
		...readdirSync(join(laws, 'pairs')).map((name) => join('pairs', name, 'old.txt')),
	]
	return names
		.toSorted()
		.map((name) => readDraft(readFileSync(join(laws, name), 'utf8')))
		.filter((draft) => articlesIn(draft).length >= FEWEST_ARTICLES)
}

function report(drafts: readonly Draft[]): void {
	const words = gatherWords(drafts)
	console.log(
		`${drafts.length} texts, ${seeds} seeds each; F1 (wrong, missed) of articles and of paragraphs, kinds wrong of all`,
	)
	for (const [name, revision] of Object.entries(REVISIONS)) {
		if (!name.includes(only)) continue
		const tally = emptyTally()
		for (let seed = 0; seed < Number(seeds); seed += 1)
			for (const [index, draft] of drafts.entries()) {
				const others = drafts.filter((other) => other !== draft)
				const pair = revise(draft, revision, { seed: seed * 1000 + index, words, others })
				if (pair) scorePair(pair.old, pair.fresh, readTruth(pair.old, pair.fresh), tally)
			}
		print(name, tally)
	}
	for (const [name, how] of Object.entries(TYPESETTINGS)) {
		if (!name.includes(only)) continue
		const tally = emptyTally()
		for (const [index, draft] of drafts.entries()) {
			const written = writeDraft(draft, 'articles', null)
			scorePair(written, typeset(written, how, openChance(index)), () => 'unchanged', tally)
		}
		print(`typesetting: ${name}`, tally)
	}
}

function print(name: string, { articles, paragraphs, kinds, notes: all }: Tally): void {
	const links = (counts: Tally['articles']) =>
		`${f1(counts).toFixed(4)} (${counts.wrong}, ${counts.missed})`.padEnd(18)
	const sum = kinds.right + kinds.wrong
	console.log(`  ${links(articles)} ${links(paragraphs)} ${`${kinds.wrong} of ${sum}`.padEnd(14)} ${name}`)
	for (const note of all.slice(0, Number(notes))) console.log(`      ${note}`)
}

/**
 * `npm run -s bench:redline-reading`: how well the marks of a redline are read, beside jsdiff's words, diff-match-patch
 * and git's word-diff in the same run. All compare the same articles: those of the pairs in LAW_TEXTS_DIR that belong
 * together one to one and differ in more than how they are written. Borders of words are those of jieba's own
 * dictionary, which the redline does not use. Marked characters are held against both of diff-match-patch's answers:
 * the raw one, and the one after `diff_cleanupSemantic`, which its authors made for what people read.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { RedlineBlock, Segment } from '#app/domain/redline/redline.ts'
import { cheapestMarks, leastMarked } from './least-marks.ts'
import { readPairs } from './true-pairs.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''
const jieba = Jieba.withDict(dict)
const folder = mkdtempSync(join(tmpdir(), 'yiqian-bench-reading-'))

/** One changed article as some way shows it, its paragraphs one below the other. */
type Shown = { readonly old: string; readonly new: string; readonly segments: readonly Segment[] }
type Sums = {
	articles: number
	borders: number
	inside: number
	crumbs: number
	hunks: number
	marked: number
	insideWords: Map<string, number>
	kept: Map<string, number>
	short: Map<string, number>
}

const OURS = 'this redline'
const RAW = 'diff-match-patch, raw'
const TIDIED = 'diff-match-patch, cleanupSemantic'

const isVerbose = process.argv.includes('--words')

if (LAWS === '') console.log('LAW_TEXTS_DIR is not set: nothing is measured')
else {
	const changed = readPairs(LAWS).flatMap(({ oldText, newText }) =>
		compareTexts(oldText, newText).blocks.flatMap((block) => shownOf(block) ?? []),
	)
	const ways: [string, (each: Shown) => readonly Segment[]][] = [
		[OURS, (each) => each.segments],
		['jsdiff, words', (each) => byWords(each)],
		[RAW, (each) => byMatcher(each, false)],
		[TIDIED, (each) => byMatcher(each, true)],
		['git word-diff', (each) => byGit(each)],
	]
	console.log(`${changed.length} changed articles`)
	console.log('  inside a word  crumbs  hunks  marked characters')
	const measured = new Map<string, Sums>()
	for (const [name, way] of ways) {
		const sums: Sums = {
			articles: 0,
			borders: 0,
			inside: 0,
			crumbs: 0,
			hunks: 0,
			marked: 0,
			insideWords: new Map(),
			kept: new Map(),
			short: new Map(),
		}
		for (const each of changed) measure(each, way(each), sums)
		measured.set(name, sums)
		const of = (sum: number) => (sum / sums.articles).toFixed(2)
		console.log(
			`  ${((100 * sums.inside) / sums.borders).toFixed(1).padStart(4)} %         ${of(sums.crumbs)}    ${of(sums.hunks)}   ${of(sums.marked)}   ${name}`,
		)
		if (isVerbose && name === OURS)
			for (const each of [sums.kept, sums.short])
				console.log(
					[...each]
						.sort((a, b) => b[1] - a[1])
						.slice(0, 60)
						.map(([word, n]) => `${JSON.stringify(word)}${n}`)
						.join(' '),
				)
		if (isVerbose && name === OURS)
			console.log(
				[...sums.insideWords]
					.sort((a, b) => b[1] - a[1])
					.slice(0, 150)
					.map(([word, n]) => `${word}${n}`)
					.join(' '),
			)
	}
	printVerdicts(measured)
	printFrontier(changed)
}

function printVerdicts(measured: ReadonlyMap<string, Sums>): void {
	const ours = measured.get(OURS)
	if (!ours) return
	const say = (isReached: boolean, sentence: string) =>
		console.log(`${isReached ? 'reached' : 'MISSED '} ${sentence}`)
	const [inside, crumbs, hunks] = [
		ours.inside / ours.borders,
		ours.crumbs / ours.articles,
		ours.hunks / ours.articles,
	]
	say(inside <= 0.03, `borders inside a word ${(100 * inside).toFixed(1)} % (aim ≤ 3 %)`)
	say(crumbs <= 0.2, `crumbs ${crumbs.toFixed(2)} (aim ≤ 0.2)`)
	say(hunks <= 3.5, `hunks ${hunks.toFixed(2)} (aim ≤ 3.5)`)
	for (const name of [TIDIED, RAW]) {
		const theirs = measured.get(name)
		if (!theirs) continue
		const [mine, other] = [ours, theirs].map(({ marked, articles }) => (marked / articles).toFixed(2))
		say(ours.marked <= theirs.marked, `marked characters ${mine} (aim ≤ ${other}, ${name})`)
	}
}

/** What no script at all can do better: the fewest marked characters for each number of hunks, whatever the words. */
function printFrontier(changed: readonly Shown[]): void {
	const pairs = changed.map((each) => [each.old, each.new] as const)
	console.log('the fewest marked characters of any script, words and crumbs not looked at')
	for (const price of [0, 2, 4, 6]) {
		const { marked, hunks } = cheapestMarks(pairs, price)
		console.log(`  ${(hunks / pairs.length).toFixed(2)} hunks: ${(marked / pairs.length).toFixed(2)}`)
	}
	console.log(`  at most 3.5 hunks: no fewer than ${leastMarked(pairs, 3.5).toFixed(2)}`)
}

function shownOf(block: RedlineBlock): Shown | null {
	const [old, fresh] = [block.old[0], block.new[0]]
	if (!old || !fresh || block.old.length > 1 || block.new.length > 1 || old.isHeading || fresh.isHeading)
		return null
	const segments: Segment[] = []
	for (const [at, row] of block.rows.entries()) {
		if (at > 0)
			segments.push({
				kind: row.old === null ? 'inserted' : row.new === null ? 'deleted' : 'same',
				text: '\n',
			})
		segments.push(...row.merged)
	}
	const joined = merge(segments)
	const side = (kind: string) =>
		joined
			.filter((each) => each.kind !== kind)
			.map(({ text }) => text)
			.join('')
	const isChanged = joined.some(({ kind, text, quiet }) => kind !== 'same' && !quiet && text.trim() !== '')
	return isChanged ? { old: side('inserted'), new: side('deleted'), segments: joined } : null
}

function merge(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	for (const each of segments) {
		const last = out[out.length - 1]
		if (each.text === '') continue
		if (last?.kind === each.kind && last.quiet === each.quiet)
			out[out.length - 1] = { ...last, text: last.text + each.text }
		else out.push(each)
	}
	return out
}

function measure({ old, new: fresh }: Shown, segments: readonly Segment[], sums: Sums): void {
	sums.articles += 1
	const [oldWords, newWords] = [bordersOf(old), bordersOf(fresh)]
	let [a, b] = [0, 0]
	let [isOpen, isFirst] = [false, true]
	let kept = ''
	for (const { kind, text, quiet } of segments) {
		if (quiet || (kind !== 'same' && text.trim() === '')) {
			if (kind === 'deleted') a += text.length
			else b += text.length
			continue
		}
		if (kind === 'same') {
			kept += text
			isOpen = false
			a += text.length
			b += text.length
			continue
		}
		if (!isOpen) {
			sums.hunks += 1
			if (!isFirst && !kept.includes('\n') && [...kept].length <= 2) {
				sums.crumbs += 1
				sums.kept.set(kept, (sums.kept.get(kept) ?? 0) + 1)
			} else if (!isFirst && kept.length < 9) sums.short.set(kept, (sums.short.get(kept) ?? 0) + 1)
			kept = ''
			isFirst = false
		}
		isOpen = true
		sums.marked += [...text.replaceAll('\n', '')].length
		const [words, from, whole] =
			kind === 'deleted' ? ([oldWords, a, old] as const) : ([newWords, b, fresh] as const)
		for (const place of [from, from + text.length]) {
			sums.borders += 1
			const inside = words.get(place)
			if (inside === undefined) continue
			sums.inside += 1
			const word = `${whole.slice(inside, place)}|${whole.slice(place, place + 3)}`
			sums.insideWords.set(word, (sums.insideWords.get(word) ?? 0) + 1)
		}
		if (kind === 'deleted') a += text.length
		else b += text.length
	}
}

/** The places inside of words, each with the place where its word begins. */
function bordersOf(text: string): Map<number, number> {
	const inside = new Map<number, number>()
	let at = 0
	for (const word of jieba.cut(text, process.argv.includes('--hmm'))) {
		for (let place = at + 1; place < at + word.length; place += 1) inside.set(place, at)
		at += word.length
	}
	return inside
}

function byWords({ old, new: fresh }: Shown): Segment[] {
	return diffWords(old, fresh).map(({ added, removed, value }) => ({
		kind: added ? 'inserted' : removed ? 'deleted' : 'same',
		text: value,
	}))
}

function byMatcher({ old, new: fresh }: Shown, isTidied: boolean): Segment[] {
	const matcher = new DiffMatchPatch.diff_match_patch()
	matcher.Diff_Timeout = 0
	const found = matcher.diff_main(old, fresh)
	if (isTidied) matcher.diff_cleanupSemantic(found)
	return found.map(([sign, text]) => ({ kind: sign > 0 ? 'inserted' : sign < 0 ? 'deleted' : 'same', text }))
}

/** Git's words are its own: letters of any script together, each mark by itself. */
function byGit({ old, new: fresh }: Shown): Segment[] {
	const paths = [join(folder, 'old.txt'), join(folder, 'new.txt')] as const
	writeFileSync(paths[0], `${old}\n`)
	writeFileSync(paths[1], `${fresh}\n`)
	const { stdout } = spawnSync(
		'git',
		['diff', '--no-index', '--word-diff=porcelain', '--word-diff-regex=.', '-U1000', ...paths],
		{ encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } },
	)
	const body = stdout.slice(stdout.indexOf('@@\n', stdout.indexOf('@@') + 2) + 3)
	const kinds: Readonly<Record<string, Segment['kind']>> = { '+': 'inserted', '-': 'deleted', ' ': 'same' }
	const segments = body.split('\n').flatMap((line): Segment[] => {
		if (line === '~') return [{ kind: 'same', text: '\n' }]
		const kind = kinds[line[0] ?? '']
		return kind ? [{ kind, text: line.slice(1) }] : []
	})
	return merge(segments)
}

/**
 * `npm run -s bench:precheck`: precision and recall of the pre-check on every labelled set in tests/fixtures/precheck, by
 * family and for level E, with what was missed and what was false; and how often the rules speak in real texts, which
 * are read from LAW_TEXTS_DIR/corpus.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableReaches } from '#app/domain/statutes/statute-change.ts'
import { STATUTES } from '#seeds/reference/statutes.ts'
import { PRECHECK_EDITION } from '#seeds/reference/precheck/edition.ts'
import {
	type Judged,
	type Score,
	RULES,
	hitsOf,
	judge,
	levelOf,
	precision,
	readSets,
	recall,
	scoreOf,
} from './labelled-sets.ts'

const FAMILIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const AIM = { precision: 0.85, recall: 0.9 }

console.log(
	`rules of ${PRECHECK_EDITION}, ${RULES.length} in all; table of statutes to ${tableReaches(STATUTES.map(({ body }) => body)) ?? '-'}`,
)
let isMet = true
for (const { name, sentences } of readSets()) {
	const judged = sentences.map(judge)
	console.log(
		`\n${name}: ${sentences.length} sentences, ${sentences.filter(({ rules }) => rules.length === 0).length} traps`,
	)
	for (const family of FAMILIES)
		print(
			`family ${family}`,
			scoreOf(judged, (rule) => rule.startsWith(family)),
		)
	for (const level of ['E', 'W', 'F'] as const)
		print(
			`level ${level}`,
			scoreOf(judged, (rule) => levelOf(rule) === level),
		)
	const grave = scoreOf(judged, (rule) => levelOf(rule) === 'E')
	isMet &&= precision(grave) >= AIM.precision && recall(grave) >= AIM.recall
	printMistakes(judged)
}
printCorpus()
console.log(
	`\n${isMet ? 'ok' : 'not met'}: level E precision ≥ ${AIM.precision}, recall ≥ ${AIM.recall} on every set`,
)
process.exitCode = isMet ? 0 : 1

function print(name: string, score: Score): void {
	const { right, wrong, missed } = score
	console.log(
		`  ${name.padEnd(9)} precision ${precision(score).toFixed(3)}  recall ${recall(score).toFixed(3)}   right ${right}, false ${wrong}, missed ${missed}`,
	)
}

function printMistakes(judged: readonly Judged[]): void {
	for (const { rules, hits, text, why } of judged) {
		const said = new Set<string>(hits.map(({ rule }) => rule))
		const missed = rules.filter((rule) => !said.has(rule))
		const wrong = [...said].filter((rule) => !rules.includes(rule))
		if (missed.length > 0) console.log(`  missed ${missed.join(' ')}: ${flat(text)} (${why})`)
		if (wrong.length > 0) console.log(`  false ${wrong.join(' ')}: ${flat(text)} (${why})`)
	}
}

function flat(text: string): string {
	return text.replaceAll('\n', ' / ')
}

function printCorpus(): void {
	const laws = process.env['LAW_TEXTS_DIR'] ?? ''
	const folder = join(laws, 'corpus')
	if (laws === '' || !existsSync(folder)) {
		console.log('\nLAW_TEXTS_DIR/corpus is not there: hits in real texts are not counted')
		return
	}
	const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
	const characters = texts.reduce((sum, text) => sum + text.length, 0)
	const began = performance.now()
	const hits = texts.flatMap((text) => hitsOf(text, true))
	const spent = performance.now() - began
	const per = (count: number) => ((count / characters) * 10_000).toFixed(2)
	console.log(
		`\ncorpus: ${texts.length} texts of the State, ${characters} characters, ${Math.round(spent)} ms`,
	)
	for (const level of ['E', 'W', 'F'] as const)
		console.log(
			`  level ${level}: ${per(hits.filter((hit) => hit.level === level).length)} hits per 10,000 characters`,
		)
	const counts = RULES.map(({ id }) => [id, hits.filter(({ rule }) => rule === id).length] as const)
	console.log(
		`  ${counts
			.filter(([, count]) => count > 0)
			.map(([id, count]) => `${id} ${per(count)}`)
			.join(', ')}`,
	)
}

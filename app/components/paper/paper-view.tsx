import type { ReactNode } from 'react'
import { PaperSheet } from '#app/components/frame/page.tsx'
import type { LineKind, PaperNode, PaperOnPage, SealOnPage, Words } from '#app/domain/paper/paper.ts'
import { formatPaperInstant } from '#app/locales/format-dates.ts'
import { SEAL_WORDS } from '#app/locales/papers/seal-words.ts'

/** The last lines of a paper, which stay together and with what is above them. */
const ENDING: readonly LineKind[] = ['hands', 'note', 'organ', 'day']

/** A paper by GB/T 9704 from its nodes: every word on it is a sentence of the model, or its seal. */
export function PaperView({ paper, head }: { paper: PaperOnPage; head?: ReactNode }) {
	const { title, nodes, seal } = paper
	const end = endingOf(nodes)
	return (
		<PaperSheet label={title}>
			{head}
			{nodes.slice(0, end).map((node, at) => (
				<Node key={at} node={node} />
			))}
			<div className="ending">
				{nodes.slice(end).map((node, at) => (
					<Node key={at} node={node} />
				))}
				{seal ? <Seal seal={seal} /> : <p className="note">{SEAL_WORDS.unsealed}</p>}
			</div>
		</PaperSheet>
	)
}

function Seal({ seal }: { seal: SealOnPage }) {
	return (
		<p className="note">
			{SEAL_WORDS.sealed(formatPaperInstant(seal.sealedAt), seal.sha256.slice(0, 16), seal.code)}
		</p>
	)
}

function Node({ node }: { node: PaperNode }) {
	if (node.kind === 'table') return <NodeTable node={node} />
	const { text } = node.words
	switch (node.kind) {
		case 'title':
			return <h1>{bySense(text)}</h1>
		case 'subject':
			return <p className="subject">{bySense(text)}</p>
		case 'heading':
			return <h2 className="break-after-avoid">{text}</h2>
		case 'strong':
			return (
				<p>
					<strong>{text}</strong>
				</p>
			)
		case 'paragraph':
			return <p>{text}</p>
		default:
			return <p className={node.kind}>{text}</p>
	}
}

/** A title is broken after the name that it quotes, not within its own words. */
function bySense(text: string): ReactNode {
	return text.split(/(?<=》)|(?=《)/).map((part, at) => (
		<span key={at} className="inline-block">
			{part}
		</span>
	))
}

function NodeTable({ node }: { node: Extract<PaperNode, { kind: 'table' }> }) {
	const isDense = node.widths.length >= 5 && node.rows.length > 8
	return (
		<table className={isDense ? 'dense' : ''}>
			<colgroup>
				{/* By attribute: the content security policy lets no style stand in the markup. */}
				{node.widths.map((width, at) => (
					<col key={at} width={`${width}%`} />
				))}
			</colgroup>
			{node.head.length > 0 ? (
				<thead>
					<tr>
						{node.head.map((words) => (
							<th key={words.text} scope="col">
								{words.text}
							</th>
						))}
					</tr>
				</thead>
			) : null}
			<tbody>
				{node.rows.map((row, at) => (
					<tr key={at} className={`${row.isStrong ? 'font-bold' : ''} ${row.isUntested ? 'untested' : ''}`}>
						{row.cells.map((cell, place) => (
							<Cell key={place} words={cell} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	)
}

function Cell({ words }: { words: readonly Words[] }) {
	return (
		<td>
			{words.map(({ text }, at) => (
				<span key={at} className="block">
					{text}
				</span>
			))}
		</td>
	)
}

/** Where the last lines begin: behind the last table and the last line of another kind. */
function endingOf(nodes: readonly PaperNode[]): number {
	let end = nodes.length
	for (;;) {
		const node = nodes[end - 1]
		if (node === undefined || node.kind === 'table' || !ENDING.includes(node.kind)) return end
		end -= 1
	}
}

import type { ReactNode } from 'react'
import type { OpinionPaperFacts } from '#app/services/opinion/compose-opinion-paper.server.ts'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { OPINION_PAPER as W } from '#app/locales/papers/opinion-paper.ts'
import { PaperSheet } from '#app/components/frame/page.tsx'

/** 合法性审查意见书 (审核 for normative documents) by GB/T 9704, in the making or signed. */
export function OpinionPaper({ paper }: { paper: OpinionPaperFacts }) {
	const title = `${paper.reviewOrgan}${W.kind(paper.isNormative)}意见书`
	const verb = W.verb(paper.isNormative)
	const [basis, points, procedure, content, counsel, conclusion, notice] = W.parts
	return (
		<PaperSheet label={title}>
			{paper.revokedReason === null ? null : (
				<p className="flush font-semibold">{W.revoked(paper.revokedReason)}</p>
			)}
			<h1>{title}</h1>
			<p className="flush text-center">{paper.number ?? W.pendingNumber}</p>
			<p className="flush text-center">{`关于《${paper.title}》的${W.kind(paper.isNormative)}意见`}</p>
			<p className="flush">{paper.draftingOrgan}：</p>
			<p>{openingOf(paper)}</p>
			<Part number={1} title={`${verb}${basis}`}>
				<p>{(paper.isNormative ? W.basis.normative : W.basis.decision) + W.materials(paper.materials)}</p>
			</Part>
			<Part number={2} title={points ?? ''}>
				{paper.points.map((point) => (
					<p
						key={point.name}
					>{`${point.name}：${W.answer[point.answer]}。${point.note === '' ? '' : sentence(point.note)}`}</p>
				))}
			</Part>
			<Part number={3} title={procedure ?? ''}>
				{paper.steps.map((step) => (
					<p key={step.step}>{stepLine(step)}</p>
				))}
			</Part>
			<Part number={4} title={content ?? ''}>
				<Items paper={paper} />
			</Part>
			<Part number={5} title={counsel ?? ''}>
				<Counsel paper={paper} />
			</Part>
			<Part number={6} title={conclusion ?? ''}>
				<p>
					<strong>
						{paper.conclusion === null ? W.noConclusion : `${W.conclusion[paper.conclusion]}。`}
					</strong>
					{paper.summary}
				</p>
			</Part>
			<Part number={7} title={notice ?? ''}>
				<p>{W.notice}</p>
			</Part>
			<Signatures paper={paper} />
		</PaperSheet>
	)
}

function Part({ number, title, children }: { number: number; title: string; children: ReactNode }) {
	return (
		<section>
			<h2 className="break-after-avoid">{`${writeNumber(number)}、${title}`}</h2>
			{children}
		</section>
	)
}

function openingOf(paper: OpinionPaperFacts): string {
	const day = paper.submittedAt === null ? '' : formatPaperDay(paper.submittedAt)
	return W.opening(
		day,
		paper.title,
		paper.versionNo,
		paper.contentSha256.slice(0, 16),
		W.verb(paper.isNormative),
	)
}

function stepLine(step: OpinionPaperFacts['steps'][number]): string {
	const said = step.answer === 'done' ? W.stepDone : W.stepNot(step.reason ?? '')
	return `${W.step[step.step]}：${said}，${W.verdict[step.verdict ?? 'none']}。${step.note === '' ? '' : sentence(step.note)}`
}

function Items({ paper }: { paper: OpinionPaperFacts }) {
	if (paper.items.length === 0) return <p>{W.noItems}</p>
	return (
		<>
			{paper.items.map((item, at) => (
				<p key={at}>
					{`（${writeNumber(at + 1)}）${item.kind === 'must' ? W.must : W.advice}：${item.place}`}
					{item.quote ? W.quote(item.quote) : '。'}
					{sentence(item.problem)}
					{item.ground ? sentence(W.ground(item.ground)) : ''}
					{item.suggestion ? sentence(W.suggestion(item.suggestion)) : ''}
				</p>
			))}
		</>
	)
}

/** Words as a sentence: with a full stop, where the writer left it out. */
function sentence(words: string): string {
	return /[。！？；”』]$/.test(words) ? words : `${words}。`
}

function Counsel({ paper }: { paper: OpinionPaperFacts }) {
	if (paper.counsel.length === 0) return <p>{W.noCounsel}</p>
	return (
		<>
			{paper.counsel.map((each) => (
				<p key={each.name}>
					{W.counsel(each.name, W.conclusion[each.conclusion])}
					{each.disposition === null ? '' : sentence(W.disposition(each.disposition))}
				</p>
			))}
		</>
	)
}

function Signatures({ paper }: { paper: OpinionPaperFacts }) {
	const { hands } = W
	return (
		<>
			<p className="flush mt-8">
				{`${hands.reviewer}：${paper.reviewer}　　${hands.checker}：${paper.checker ?? hands.pending}　　${hands.signer}：${paper.signer ?? hands.pending}`}
			</p>
			{paper.isTwoPerson ? <p className="flush">{W.twoPerson}</p> : null}
			<p className="signature">{paper.reviewOrgan}</p>
			<p className="signature">{W.seal}</p>
			<p className="signature">{paper.signedAt === null ? hands.pending : formatPaperDay(paper.signedAt)}</p>
		</>
	)
}

import type { TextSource } from './text-source.ts'

/** The fixed texts of what goes before a review: the public consultation and its adoption table. */
export const FIXED_TEXTS_OF_EVIDENCE = {
	'consulted.title': ['公开征求意见采纳情况表', 'form'],
	'consulted.period': [
		'《{title}》（征求意见稿，校验码{hash}）于{from}至{to}公开征求意见，共{days}日（首日不计）。',
		'decree-713',
	],
	'consulted.shortened': ['征求意见期限少于三十日，公告的缩短理由：{reason}', 'decree-713'],
	'consulted.none': ['没有收到意见。', 'form'],
	'consulted.counts': [
		'收到意见{received}条：采纳{adopted}条，部分采纳{partly}条，不采纳{notAdopted}条；其中截止以后收到的逾期意见{late}条。',
		'form',
	],
	'consulted.column.comments': ['编号', 'form'],
	'consulted.column.gist': ['意见', 'form'],
	'consulted.column.reason': ['理由', 'form'],
	'consulted.numbers': ['第{numbers}号', 'form'],
	'consulted.late': ['（第{numbers}号逾期）', 'form'],
	'consulted.adopted': ['采纳', 'form'],
	'consulted.partly': ['部分采纳', 'form'],
	'consulted.not-adopted': ['不采纳', 'form'],

	'step.public-consultation.settled': [
		'公开征求意见：{from}至{to}，共{days}日（首日不计）；收到意见{received}条，采纳{adopted}条，部分采纳{partly}条，不采纳{notAdopted}条，逾期{late}条（{table}）。',
		'decree-713',
	],
	'step.public-consultation.shortened-settled': [
		'公开征求意见：{from}至{to}，共{days}日（首日不计），少于三十日，公告的缩短理由为“{shorterReason}”；收到意见{received}条，采纳{adopted}条，部分采纳{partly}条，不采纳{notAdopted}条，逾期{late}条（{table}）。',
		'decree-713',
	],
} as const satisfies Readonly<Record<string, readonly [string, TextSource]>>

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findSecrecyMarking } from '#app/domain/precheck/secrecy-marking.ts'

test.each([
	['秘密★', 'confidential', 1],
	['机密★', 'secret', 1],
	['绝密★', 'top-secret', 1],
	['秘密★5年', 'confidential', 1],
	['机密 ★ 长期', 'secret', 1],
	['绝　密　★启封前', 'top-secret', 1],
	['機密★', 'secret', 1],
	['机\u200B密★', 'secret', 1],
	['国家秘密★', 'confidential', 1],
	['秘密*', 'confidential', 1],
	['【机密】', 'secret', 1],
	['关于某事项的请示【秘密·五年】', 'confidential', 1],
	['[绝密]', 'top-secret', 1],
	['（机密）关于某事项的请示', 'secret', 1],
	['密级：机密', 'secret', 1],
	['密　级: 秘密', 'confidential', 1],
	['文号：某发〔2026〕1号　密级：绝密级', 'top-secret', 1],
	['秘密等级：☑秘密', 'confidential', 1],
	['机密\n关于某事项的方案', 'secret', 1],
	['某区人民政府\n\n　机密　特急　\n关于某事项的方案', 'secret', 3],
	['秘密 10年\n方案', 'confidential', 1],
	['绝密级\n方案', 'top-secret', 1],
	[`${'正文\n'.repeat(100)}机密★1年`, 'secret', 101],
	['机密-方案.docx', 'secret', 1],
	['秘密_方案.docx', 'confidential', 1],
	['绝密 方案.pdf', 'top-secret', 1],
	['方案（秘密）.docx', 'confidential', 1],
	['方案-机密.docx', 'secret', 1],
	['机密.docx', 'secret', 1],
	['机密★方案.docx', 'secret', 1],
])('%j carries a marking', (text, level, line) => {
	expect(findSecrecyMarking(text)).toEqual({ level, line })
})

test.each([
	'',
	'涉及商业秘密的，依法予以保护。',
	'商业秘密*',
	'商业秘密★',
	'应当保守国家秘密、商业秘密和个人隐私。',
	'知悉国家秘密的人员应当履行保密义务。',
	'秘密级以上文件不得通过本系统传递。',
	'国家秘密的密级分为绝密、机密、秘密三级。',
	'密级：绝密、机密、秘密',
	'密级：□绝密 □机密 □秘密',
	'密级：绝密/机密/秘密',
	'密级：内部',
	'密级：无',
	'标明密级（绝密、机密、秘密）和保密期限。',
	'属于国家秘密的（机密）信息另行报送。',
	'机密文件管理办法.docx',
	'商业秘密保护办法.docx',
	'保密管理办法（征求意见稿）.docx',
	'秘密投票办法.docx',
	`${'正文\n'.repeat(30)}秘密\n`,
	'公开★',
	'内部★一年',
])('%j carries none', (text) => {
	expect(findSecrecyMarking(text)).toBeNull()
})

const folder = process.env['LAW_TEXTS_DIR']

/** Real statutes are not part of the project: set LAW_TEXTS_DIR to the folder that holds `corpus/`. */
test.skipIf(folder === undefined)('no published regulation is taken for a secret', async () => {
	const corpus = join(folder ?? '', 'corpus')
	for (const name of await readdir(corpus)) {
		expect(findSecrecyMarking(name), name).toBeNull()
		expect(findSecrecyMarking(await readFile(join(corpus, name), 'utf8')), name).toBeNull()
	}
})

import { expect, test } from 'vitest'
import { readIssuer } from '#app/domain/register/issuer.ts'

test.each([
	'青禾区人民政府',
	'青禾区人民政府办公室',
	'青禾区住房和城乡建设局',
	'青禾区科学技术局',
	'青禾街道办事处',
	'青禾区发展和改革委员会',
])('%s may issue a normative document', (name) => {
	expect(readIssuer('issuer', name)).toEqual({ ok: true, value: name })
})

test.each([
	'青禾区安全生产工作领导小组',
	'领导小组办公室',
	'青禾区防汛抗旱指挥部',
	'青禾区防汛抗旱指挥部办公室',
	'青禾区营商环境联席会议',
	'青禾区创建工作专班',
	'青禾区住房和城乡建设局房屋管理科',
	'青禾区司法局法制股',
	'青禾区住房和城乡建设局办公室',
	'青禾区 安全生产 领导 小组',
])('%s issues no normative document', (name) => {
	expect(readIssuer('issuer', name)).toMatchObject({ reason: { field: 'issuer', problem: 'issues-nothing' } })
})

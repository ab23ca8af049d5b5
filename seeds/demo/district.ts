import type { Role } from '#app/domain/permission/role.ts'
import type { ORGAN_KINDS } from '#app/domain/account/organisation-kinds.ts'

/** The invented district of the demo: its organs with their units, and its people. Nobody in it exists. */
export const DISTRICT = { name: '青禾区', code: 'qinghe-demo' } as const

type DemoOrgan = {
	readonly key: string
	readonly name: string
	readonly shortName: string
	readonly kind: (typeof ORGAN_KINDS)[number]
	readonly units: readonly {
		readonly key: string
		readonly name: string
		readonly kind: 'ordinary' | 'legal'
	}[]
}

/** The organ that runs the tool; the set-up page makes it. */
export const OFFICE = { key: 'office', name: '青禾区人民政府办公室', shortName: '青政办' } as const

export const ORGANS: readonly DemoOrgan[] = [
	organ('justice', '青禾区司法局', '青司', 'review-body', ['审查科', '法律顾问室']),
	organ('agriculture', '青禾区农业农村局', '青农', 'department', ['产业发展科', '政策法规科*']),
	organ('city', '青禾区城市管理局', '青城管', 'department', ['市容管理科', '政策法规科*']),
	organ('housing', '青禾区住房和城乡建设局', '青住建', 'department', ['房产管理科', '政策法规科*']),
	organ('finance', '青禾区财政局', '青财', 'department', ['政府采购科', '政策法规科*']),
	organ('education', '青禾区教育体育局', '青教体', 'department', ['校外教育科', '政策法规科*']),
	organ('civil', '青禾区民政局', '青民', 'department', ['养老服务科', '政策法规科*']),
	organ('data', '青禾区数据局', '青数', 'department', ['数据资源科', '政策法规科*']),
	organ('water', '青禾区水务局', '青水', 'department', ['河湖管理科', '政策法规科*']),
	organ('linhe', '临河街道办事处', '临河办', 'street', ['便民服务办公室']),
	organ('leaders', '青禾区人民政府', '青政', 'leadership', ['区长办公室']),
	organ('supervision', '青禾区审计局', '青审', 'supervision', ['政策执行审计科']),
]

/** Units in the order of their organ; a star marks the organ's own legal unit (法制机构). */
function organ(
	key: string,
	name: string,
	shortName: string,
	kind: DemoOrgan['kind'],
	units: readonly string[],
): DemoOrgan {
	return {
		key,
		name,
		shortName,
		kind,
		units: units.map((unit, at) => ({
			key: `${key}-${at + 1}`,
			name: unit.replace('*', ''),
			kind: unit.endsWith('*') ? 'legal' : 'ordinary',
		})),
	}
}

export type DemoPerson = {
	readonly login: string
	readonly name: string
	readonly organ: string
	readonly unit: string | null
	readonly roles: readonly Role[]
}

/** The three administrators come with the set-up page. */
export const ADMINISTRATORS = {
	'system-administrator': { login: 'zhaoqi', name: '赵启' },
	'security-administrator': { login: 'qianan', name: '钱安' },
	'audit-administrator': { login: 'shenjian', name: '沈鉴' },
} as const

export const PEOPLE: readonly DemoPerson[] = [
	{ login: 'wangxh', name: '王晓禾', organ: 'agriculture', unit: 'agriculture-1', roles: ['drafter'] },
	{ login: 'liufn', name: '刘丰年', organ: 'agriculture', unit: 'agriculture-1', roles: ['department-head'] },
	{
		login: 'zhangzf',
		name: '张知法',
		organ: 'agriculture',
		unit: 'agriculture-2',
		roles: ['legal-unit', 'reviewer'],
	},
	// The bureau's own legal unit and meeting: its lead also receives, checks and keeps the second hand of the meeting.
	{
		login: 'fangjm',
		name: '方鉴明',
		organ: 'agriculture',
		unit: 'agriculture-2',
		roles: ['registrar', 'review-lead', 'checker', 'secretary'],
	},
	{
		login: 'dingsz',
		name: '丁守正',
		organ: 'agriculture',
		unit: 'agriculture-2',
		roles: ['signing-officer'],
	},
	{ login: 'taoly', name: '陶律言', organ: 'agriculture', unit: 'agriculture-2', roles: ['public-lawyer'] },
	{ login: 'jihw', name: '纪会文', organ: 'agriculture', unit: null, roles: ['secretary'] },
	{ login: 'lijs', name: '李街生', organ: 'city', unit: 'city-1', roles: ['drafter'] },
	{ login: 'hanzheng', name: '韩正清', organ: 'city', unit: 'city-1', roles: ['department-head'] },
	{ login: 'chenaj', name: '陈安居', organ: 'housing', unit: 'housing-1', roles: ['drafter'] },
	{ login: 'wugs', name: '吴广厦', organ: 'housing', unit: 'housing-1', roles: ['department-head'] },
	{ login: 'luosj', name: '罗思谨', organ: 'finance', unit: 'finance-1', roles: ['drafter'] },
	{ login: 'caiym', name: '蔡玉鸣', organ: 'finance', unit: 'finance-1', roles: ['department-head'] },
	{ login: 'suyx', name: '苏雨欣', organ: 'education', unit: 'education-1', roles: ['drafter'] },
	{ login: 'dengwx', name: '邓文修', organ: 'education', unit: 'education-1', roles: ['department-head'] },
	{ login: 'pengal', name: '彭安澜', organ: 'civil', unit: 'civil-1', roles: ['drafter'] },
	{ login: 'maoshun', name: '毛顺', organ: 'civil', unit: 'civil-1', roles: ['department-head'] },
	{ login: 'yushu', name: '于舒', organ: 'data', unit: 'data-1', roles: ['drafter'] },
	{ login: 'jiangcx', name: '江辰曦', organ: 'data', unit: 'data-1', roles: ['department-head'] },
	{ login: 'hebo', name: '何波', organ: 'water', unit: 'water-1', roles: ['drafter'] },
	{ login: 'tianyuan', name: '田源', organ: 'water', unit: 'water-1', roles: ['department-head'] },
	{ login: 'xiely', name: '谢临渊', organ: 'linhe', unit: 'linhe-1', roles: ['drafter'] },
	{ login: 'fanjd', name: '范景德', organ: 'linhe', unit: 'linhe-1', roles: ['department-head'] },
	{ login: 'wudk', name: '吴登科', organ: 'justice', unit: 'justice-1', roles: ['registrar'] },
	{ login: 'zhenglb', name: '郑立本', organ: 'justice', unit: 'justice-1', roles: ['review-lead'] },
	{ login: 'zhoumy', name: '周明远', organ: 'justice', unit: 'justice-1', roles: ['reviewer'] },
	{ login: 'fengsq', name: '冯思齐', organ: 'justice', unit: 'justice-1', roles: ['reviewer'] },
	{ login: 'xuyan', name: '许严', organ: 'justice', unit: 'justice-1', roles: ['checker'] },
	{ login: 'linbg', name: '林秉公', organ: 'justice', unit: 'justice-1', roles: ['signing-officer'] },
	{ login: 'guyan', name: '顾言', organ: 'justice', unit: 'justice-2', roles: ['counsel'] },
	{ login: 'tanglv', name: '唐律', organ: 'justice', unit: 'justice-2', roles: ['public-lawyer'] },
	{ login: 'sunyue', name: '孙悦', organ: 'office', unit: null, roles: ['secretary'] },
	{ login: 'hemin', name: '何敏', organ: 'office', unit: null, roles: ['secretary'] },
	{ login: 'gaoys', name: '高远山', organ: 'leaders', unit: 'leaders-1', roles: ['leader'] },
	{ login: 'yanming', name: '严明', organ: 'supervision', unit: 'supervision-1', roles: ['supervisor'] },
]

import type { SameShape } from '#app/locales/same-shape.ts'
import type { account as zh } from '#app/locales/zh-cn/account.ts'

export const account: SameShape<typeof zh> = {
	title: 'Sign in',
	loginName: 'Account',
	password: 'Password',
	signIn: 'Sign in',
	toSignIn: 'To the sign-in',
	forgotten: 'Forgotten the password? Ask your unit’s system administrator.',
	passwordTitle: 'Set a password',
	passwordLead: '{{name}}, set a password for the account {{login}}. Every session it has will end.',
	newPassword: 'New password',
	repeat: 'Once more',
	rules: 'What a password has to be',
	setPassword: 'Set the password',
	rule: {
		'at-least-10': 'at least 10 characters',
		'at-most-128': 'at most 128 characters',
		'three-kinds': 'at least three of capitals, small letters, digits, signs',
		'not-the-name': 'without the names of the account, the person, the district, the organ and this product',
		'not-common':
			'not a common one such as Password123, Qwer1234, Admin@2026: without such words, years and runs of digits at least 6 letters or digits are left',
		'used-before': 'none of the last five',
	},
	own: {
		title: 'My account',
		lead: 'Your password is your own; nobody else sees it.',
		change: 'Change password',
		changeTitle: 'Change password',
		changeLead:
			'Sessions on other devices end, and links that an administrator issued are spent; you stay signed in here.',
		current: 'Present password',
		posts: 'Posts',
		passwordSet: 'Password set',
		sessions: 'Where you are signed in',
		sessionsLead:
			'In at most {{most}} places at once; a session ends after 30 minutes without use, and after 12 hours.',
		here: 'this device',
		since: 'signed in {{time}}',
		seen: 'last used {{time}}',
		everywhere: 'Sign out everywhere',
	},
	setupTitle: 'Open the installation',
	setupLead:
		'Name three different people as system, security and audit administrator. None holds another role, none does business.',
	district: 'Name of the district',
	districtCode: 'Code of the district',
	organName: 'Organ that runs this system',
	organShortName: 'Its short name (for document numbers)',
	personName: 'Name',
	staffCode: 'Staff code',
	create: 'Create the three administrators',
	createdTitle: 'The three administrators are created',
	createdLead:
		'Hand each link to its person, who sets the password. Each works once, within three days, and is not shown again.',
}

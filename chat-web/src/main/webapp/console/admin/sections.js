import {randomId} from '../../client/environment.js';
import {languageName} from '../base/language.js';
import {t} from '../base/texts.js';

/**
 * @import {Api} from '../base/api.js'
 *
 * @typedef {Record<string, any>} AdminRecord a site, a department and so on, or what a form has of one: its section knows
 *     the fields
 *
 * @typedef {{id: string, name: string}} Site
 * @typedef {{id: string, site: string, key: string, name: string, siteName: string}} Department `siteName` is ours
 *
 * @typedef {object} Context
 * @property {Api} api
 * @property {Site[]} sites
 * @property {string | undefined} site whose records are shown
 * @property {Department[]} departments the site's
 * @property {Department[]} everyDepartment
 *
 * @typedef {object} Field of a form
 * @property {string} name of the value
 * @property {string} [label] the end of its text's key, unless that is the name
 * @property {string} [serverName] how the server calls it, unless that is the name
 * @property {'check' | 'select' | 'multiline' | 'number' | 'hours' | 'members'} [type] one line of text when left out
 * @property {string} [input] the type of that line
 * @property {string} [language] whose text it holds
 * @property {string} [owner] of hours
 * @property {(context: Context, values: AdminRecord) => [value: string, text: string][]} [options]
 * @property {(values: AdminRecord) => boolean} [when] it is shown
 * @property {RegExp} [pattern]
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [maxlength]
 * @property {boolean} [required]
 * @property {boolean} [neededWhenNew]
 * @property {boolean} [onlyNew] it is fixed later
 * @property {boolean} [builtIn] the identity provider decides it for its people
 * @property {true | string} [hint] the end of its text's key; true for the name
 * @property {string} [hintWhenNew]
 *
 * @typedef {object} Section
 * @property {boolean} [everywhere] whether its records belong to no site
 * @property {(context: Context) => Promise<AdminRecord>} [single] the one record, instead of what is next
 * @property {(context: Context) => Promise<AdminRecord[]>} [list]
 * @property {(record: AdminRecord) => string} [id]
 * @property {(record: AdminRecord) => string} [title]
 * @property {(record: AdminRecord) => (string | false | undefined)[]} [about] what stands below the title
 * @property {AdminRecord} [fresh] a new one
 * @property {(record: AdminRecord) => AdminRecord} [read] the form's values
 * @property {(values: AdminRecord) => AdminRecord} [write] the way back
 * @property {Field[]} fields
 * @property {(record: AdminRecord) => string} [snippet] the site for which its pages have one
 * @property {(context: Context, values: AdminRecord, record?: AdminRecord) => Promise<AdminRecord>} save
 * @property {(context: Context, record: AdminRecord) => Promise<any>} [remove]
 * @property {(context: Context, record: AdminRecord, removed: any) => Promise<unknown>} [restore] undoes `remove`, whose
 *     answer it gets
 * @property {(context: Context, record: AdminRecord) => Promise<void>} [endSessions]
 */

const roles = ['chat-operator', 'chat-supervisor', 'chat-admin'];
const strategies = ['manual', 'round-robin', 'least-busy', 'priority', 'skills'];
const languages = ['en', 'zh-CN', 'ar'];
const at = encodeURIComponent;
/** @param {string[]} values @param {string} group @returns {[value: string, text: string][]} */
const choices = (values, group) => values.map((value) => [value, t(`admin.${group}.${value}`)]);
/** @param {string} name @param {number} min @param {number} max @param {Partial<Field>} [more] @returns {Field} */
const number = (name, min, max, more) => ({name, type: 'number', min, max, required: true, ...more});
/** @param {'id' | 'key'} key @returns {(context: Pick<Context, 'departments'>) => [value: string, text: string][]} */
const departmentsBy = (key) => ({departments}) => departments.map((one) => [one[key], one.name]);

/**
 * What the administration pages edit.
 *
 * @type {Record<string, Section>}
 */
export const sections = {
  sites: {
    everywhere: true,
    list: ({api}) => api.get('/sites'),
    id: ({id}) => id,
    title: ({name}) => name,
    about: ({id, origins}) => [id, origins.length ? origins.join(' ') : t('admin.origins.none')],
    fresh: {name: '', id: '', origins: [], visitors: 'live', keepAddress: false, keepQuery: false, identityKey: '', provesIdentity: false, forgetKey: false},
    read: (record) => ({...record, origins: record.origins.join('\n'), identityKey: '', forgetKey: false}),
    write: ({id, name, origins, visitors, keepAddress, keepQuery, identityKey, forgetKey}) => ({
      id, name, visitors, keepAddress, keepQuery,
      origins: origins.split(/[\s,،、，]+/).filter(Boolean).map(originOf),
      ...(forgetKey ? {identityKey: null} : identityKey.trim() && {identityKey: identityKey.trim()}),
    }),
    fields: [
      {name: 'name', required: true, maxlength: 100},
      {name: 'id', label: 'site', onlyNew: true, required: true, pattern: /^[a-z0-9-]{1,64}$/, hint: 'key'},
      {name: 'origins', type: 'multiline', hint: true},
      {name: 'visitors', type: 'select', options: () => choices(['off', 'live', 'trail'], 'visitors')},
      {name: 'keepAddress', type: 'check'},
      {name: 'keepQuery', type: 'check'},
      {name: 'identityKey', type: 'multiline', maxlength: 4000, hint: true, hintWhenNew: 'identityKey.new'},
      {name: 'forgetKey', type: 'check', when: ({provesIdentity}) => provesIdentity},
    ],
    save: ({api}, {id, ...values}) => api.put(`/sites/${at(id)}`, values),
    snippet: ({id}) => id,
  },
  departments: {
    list: ({api, site}) => api.get(`/sites/${at(site)}/departments`),
    id: ({key}) => key,
    title: ({name}) => name,
    about: ({key, strategy, enabled}) => [key, strategies.includes(strategy) ? t(`admin.strategy.${strategy}`) : strategy, !enabled && t('admin.disabled')],
    fresh: {
      key: '', name: '', enabled: true, strategy: 'manual', offerSeconds: 30, preferLast: false, fallback: null, hours: null,
      mayWait: true, idleWarnMinutes: 0, idleCloseMinutes: 0, returnSeconds: 60,
    },
    fields: [
      {name: 'name', required: true, maxlength: 100},
      {name: 'key', onlyNew: true, required: true, pattern: /^[a-z0-9-]{1,64}$/, hint: true, serverName: 'department'},
      {name: 'enabled', type: 'check'},
      {name: 'strategy', type: 'select', options: (_, {strategy}) => [
        ...choices(strategies, 'strategy'), .../** @type {[string, string][]} */ (strategies.includes(strategy) ? [] : [[strategy, strategy]])]},
      number('offerSeconds', 0, 3600, {hint: true}),
      {name: 'preferLast', type: 'check'},
      {name: 'fallback', type: 'select', options: ({departments}, {key}) => [
        ['', t('admin.none')], ...departmentsBy('key')({departments: departments.filter((one) => one.key !== key)})]},
      {name: 'mayWait', type: 'check'},
      number('idleWarnMinutes', 0, 10_080, {hint: true}),
      number('idleCloseMinutes', 0, 10_080, {hint: true}),
      number('returnSeconds', 1, 3600),
      {name: 'hours', type: 'hours', owner: 'department'},
    ],
    snippet: ({site}) => site,
    save: ({api, site}, values) => api.put(`/sites/${at(site)}/departments/${at(values.key)}`, {...values, fallback: values.fallback || null}),
    remove: async ({api, site}, {id, key}) => {
      const members = (await api.get('/operators')).flatMap((one) => one.departments.filter(({department}) => department === id)
        .map(({skill}) => ({operator: one.id, skill})));
      await api.remove(`/sites/${at(site)}/departments/${at(key)}`);
      return members;
    },
    restore: async ({api, site}, record, members) => {
      const {id} = await api.put(`/sites/${at(site)}/departments/${at(record.key)}`, record);
      const operators = await api.get('/operators');
      for (const {operator, skill} of members) {
        const departments = operators.find((one) => one.id === operator)?.departments ?? [];
        await api.put(`/operators/id/${at(operator)}/settings`, {departments: [...departments, {department: id, skill}]});
      }
    },
  },
  hours: {
    single: ({api, site}) => api.get(`/sites/${at(site)}/hours`),
    fields: [{name: 'hours', type: 'hours', owner: 'site'}],
    save: ({api, site}, values) => api.put(`/sites/${at(site)}/hours`, values),
  },
  operators: {
    everywhere: true,
    list: ({api}) => api.get('/operators'),
    id: ({id}) => id,
    title: ({name}) => name,
    about: ({username, role, issuer, enabled}) => [username, t(`admin.role.${role}`), issuer, !enabled && t('admin.disabled')],
    fresh: {username: '', name: '', role: 'chat-operator', password: '', enabled: true, capacity: null, languages: [], departments: []},
    read: (record) => ({...record, password: '', capacity: record.capacity ?? '', languages: record.languages.join(', ')}),
    write: ({password, capacity, languages: tags, ...values}) => ({
      ...values,
      ...(password ? {password} : {}),
      capacity: capacity === '' ? null : capacity,
      languages: tags.split(/[\s,،、，]+/).filter(Boolean),
    }),
    fields: [
      {name: 'name', required: true, maxlength: 100, builtIn: true},
      {name: 'username', onlyNew: true, required: true, pattern: /^[a-z0-9._-]{1,64}$/, hint: true},
      {name: 'role', type: 'select', builtIn: true, options: () => choices(roles, 'role')},
      {name: 'password', input: 'password', neededWhenNew: true, builtIn: true, hint: true, hintWhenNew: 'password.new'},
      {name: 'enabled', type: 'check'},
      number('capacity', 1, 1000, {required: false, hint: true}),
      {name: 'languages', hint: true},
      {name: 'departments', type: 'members'},
    ],
    save: ({api}, values, record) => (record?.issuer
      ? api.put(`/operators/id/${at(record.id)}/settings`, values)
      : api.put(`/operators/${at(values.username)}`, values)),
    remove: ({api}, {id}) => api.remove(`/operators/id/${at(id)}`),
    endSessions: ({api}, {id}) => api.remove(`/operators/id/${at(id)}/sessions`),
  },
  replies: {
    list: async ({api, site}) => (await api.get('/canned-replies')).filter((reply) => reply.site.id === site),
    id: ({id}) => id,
    title: ({shortcut}) => `/${shortcut}`,
    about: ({language, text}) => [languageName(language), text],
    fresh: {shortcut: '', language: 'en', department: '', text: ''},
    read: (record) => ({...record, department: record.department ?? ''}),
    write: ({shortcut, language, department, text}) => ({shortcut, language, text, department: department || null}),
    fields: [
      {name: 'shortcut', required: true, pattern: /^[\p{L}\p{N}_-]{1,32}$/u, hint: true},
      {name: 'language', required: true, hint: true},
      {name: 'department', type: 'select', options: (context) => [['', t('admin.all')], ...departmentsBy('id')(context)]},
      {name: 'text', type: 'multiline', required: true, maxlength: 4000, hint: true},
    ],
    save: ({api, site}, values, record) => api.put(`/canned-replies/${record?.id ?? newId()}`, {...values, site}),
    remove: ({api}, {id}) => api.remove(`/canned-replies/${id}`),
    restore: ({api}, {id, site, ...record}) => api.put(`/canned-replies/${id}`, {...record, site: site.id}),
  },
  rules: {
    list: ({api, site}) => api.get(`/sites/${at(site)}/invitation-rules`),
    id: ({id}) => id,
    title: ({name}) => name,
    about: ({enabled, texts}) => [!enabled && t('admin.disabled'), Object.values(texts)[0]],
    fresh: {name: '', enabled: true, rank: 0, department: '', when: {}, texts: {}},
    read: ({when, texts, ...record}) => ({
      ...record, page: '', seconds: '', pages: '', attribute: '', value: '', from: '', to: '', ...when,
      returning: when.returning === undefined ? '' : String(when.returning), others: texts,
      ...Object.fromEntries(languages.map((tag) => [`texts.${tag}`, texts[tag] ?? ''])),
    }),
    write: ({name, enabled, rank, department, others, returning, ...values}) => ({
      name, enabled, rank,
      ...(department ? {department} : {}),
      when: said({page: values.page, seconds: values.seconds, pages: values.pages, attribute: values.attribute,
        value: values.value, from: values.from, to: values.to, returning: returning === '' ? '' : returning === 'true'}),
      texts: said({...others, ...Object.fromEntries(languages.map((tag) => [tag, values[`texts.${tag}`]]))}),
    }),
    fields: [
      {name: 'name', required: true, maxlength: 100},
      {name: 'enabled', type: 'check'},
      number('rank', 0, 1000, {hint: true}),
      {name: 'department', type: 'select', options: departmentsBy('key')},
      .../** @type {Field[]} */ (languages.map((tag) => (
        {name: `texts.${tag}`, type: 'multiline', serverName: 'texts', language: tag, required: tag === 'en'}))),
      {name: 'page', hint: true},
      number('seconds', 0, 86_400, {required: false}),
      number('pages', 0, 1000, {required: false}),
      {name: 'returning', type: 'select', options: () => [['', t('admin.all')], ...choices(['true', 'false'], 'returning')]},
      {name: 'attribute'},
      {name: 'value'},
      {name: 'from', input: 'time', hint: true},
      {name: 'to', input: 'time'},
    ],
    save: ({api, site}, values, record) => (record
      ? api.put(`/sites/${at(site)}/invitation-rules/${record.id}`, values)
      : api.post(`/sites/${at(site)}/invitation-rules`, values)),
    remove: ({api, site}, {id}) => api.remove(`/sites/${at(site)}/invitation-rules/${id}`),
    restore: ({api, site}, record) => api.post(`/sites/${at(site)}/invitation-rules`, record),
  },
};

/** A UUID; a page without TLS has no `crypto.randomUUID`. */
const newId = () => randomId().replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Of the address of a page, as people paste it, only the origin counts. */
function originOf(address) {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).origin : address;
}

function said(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
}

import {languageName} from '../base/language.js';
import {t} from '../base/texts.js';

const roles = ['chat-operator', 'chat-supervisor', 'chat-admin'];
const strategies = ['manual', 'round-robin', 'least-busy', 'priority', 'skills'];
const languages = ['en', 'zh-CN', 'ar'];
const at = encodeURIComponent;
const choices = (values, group) => values.map((value) => [value, t(`admin.${group}.${value}`)]);
const number = (name, min, max, more) => ({name, type: 'number', min, max, required: true, ...more});
const departmentsBy = (key) => ({departments}) => departments.map((one) => [one[key], one.name]);

/**
 * What the administration pages edit. `fields` describes the form, `read` and `write` go between a record and the form's values;
 * `save`, `remove` and `restore` ask the server; the last one undoes `remove`, whose answer it gets.
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
        ...choices(strategies, 'strategy'), ...(strategies.includes(strategy) ? [] : [[strategy, strategy]])]},
      number('offerSeconds', 0, 3600, {hint: true}),
      {name: 'preferLast', type: 'check'},
      {name: 'fallback', type: 'select', options: ({departments}, {key}) => [
        ['', t('admin.none')], ...departments.filter((one) => one.key !== key).map((one) => [one.key, one.name])]},
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
    save: ({api, site}, values, record) => api.put(`/canned-replies/${record?.id ?? crypto.randomUUID()}`, {...values, site}),
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
      ...languages.map((tag) => ({name: `texts.${tag}`, type: 'multiline', serverName: 'texts', language: tag, required: tag === 'en'})),
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

/** Of the address of a page, as people paste it, only the origin counts. */
function originOf(address) {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).origin : address;
}

function said(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
}

import type { Habits } from '../../yaml/complete/asked';
import { isRequired } from '../facts/required-fields';
import { USUAL_FIELDS, USUAL_METADATA } from '../facts/usual-fields';

/** The fields an object begins with; those required by the API are among them, wherever they come in the table. */
export const habits: Habits = {
  isRequired,
  usual: (type, inside) => {
    if (inside === 'core.v1.PodTemplateSpec' && type.name === 'meta.v1.ObjectMeta')
      return USUAL_METADATA.template;
    const required = [...type.fields.values()]
      .filter((field) => isRequired(type.name, field))
      .map(({ name }) => name);
    const listed = USUAL_FIELDS[type.name] ?? [];
    return [...listed, ...required.filter((name) => !listed.includes(name))];
  },
};

/** The place of the page in its address: #/experiment/view?neuron=name. */
const VIEWS = ['overview', 'science', 'engineering'];

export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [id, view] = path.split('/').map(decode);
  return {id: id || null, view: VIEWS.includes(view) ? view : 'science', neuron: new URLSearchParams(query).get('neuron')};
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function address({id, view, neuron}) {
  const query = neuron ? `?${new URLSearchParams({neuron})}` : '';
  return `#/${id ? encodeURIComponent(id) : ''}/${view}${query}`;
}

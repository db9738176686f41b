/** Every tensor of a model, wherever it hides: initializers, sparse parts, attributes, subgraphs, functions. */
import type {
  AttributeProto,
  GraphProto,
  ModelProto,
  NodeProto,
  SparseTensorProto,
  TensorProto,
} from './generated/onnx_pb.js';

export function* tensorsOf(model: ModelProto): Generator<TensorProto> {
  if (model.graph !== undefined) yield* ofGraph(model.graph);
  for (const definition of model.functions) {
    yield* ofNodes(definition.node);
    for (const attribute of definition.attributeProto) yield* ofAttribute(attribute);
  }
}

function* ofGraph(graph: GraphProto): Generator<TensorProto> {
  yield* graph.initializer;
  for (const sparse of graph.sparseInitializer) yield* ofSparse(sparse);
  yield* ofNodes(graph.node);
}

function* ofNodes(nodes: readonly NodeProto[]): Generator<TensorProto> {
  for (const node of nodes) {
    for (const attribute of node.attribute) yield* ofAttribute(attribute);
  }
}

function* ofAttribute({
  t,
  tensors,
  sparseTensor,
  sparseTensors,
  g,
  graphs,
}: AttributeProto): Generator<TensorProto> {
  if (t !== undefined) yield t;
  yield* tensors;
  if (sparseTensor !== undefined) yield* ofSparse(sparseTensor);
  for (const sparse of sparseTensors) yield* ofSparse(sparse);
  if (g !== undefined) yield* ofGraph(g);
  for (const graph of graphs) yield* ofGraph(graph);
}

function* ofSparse({ values, indices }: SparseTensorProto): Generator<TensorProto> {
  if (values !== undefined) yield values;
  if (indices !== undefined) yield indices;
}

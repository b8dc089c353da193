/** Plain data, as a recipe consists of it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
    [name: string]: Json;
}
/** What a field of a layer may be. */
export type FieldKind = {
    type: 'whole' | 'number' | 'flag' | 'size' | 'per-axis' | 'padding' | 'initialiser' | 'layers';
} | {
    type: 'sizes';
    of: string[];
} | {
    type: 'choice';
    names: string[];
};
export type FieldForm = FieldKind & {
    name: string;
    /** Whether a layer must have it. */
    required: boolean;
    /** What it is where it is left out; of a required one, what a new layer has. */
    value: Json;
};
/** A kind of layer and its fields. */
export interface LayerForm {
    layer: string;
    fields: FieldForm[];
}
/** What a recipe may say. */
export interface RecipeForms {
    layers: LayerForm[];
    /** All that a field may be, as it stands in a recipe, with usual numbers. */
    usual: {
        objective: Json[];
        algorithm: Json[];
        clip_gradient: Json[];
        distribution: Json[];
        init: Json[];
        augment: Json[];
        penalty: JsonObject;
    };
}

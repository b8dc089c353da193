/* @ts-self-types="./ganvas_cpu.d.ts" */

/**
 * A GIF in the making, that plays for ever.
 */
export class Animation {
    static __wrap(ptr) {
        const obj = Object.create(Animation.prototype);
        obj.__wbg_ptr = ptr;
        AnimationFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        AnimationFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_animation_free(ptr, 0);
    }
    /**
     * Adds a whole grid as one frame.
     *
     * # Errors
     * `RecipeError` for a grid of another size.
     * @param {Grid} grid
     */
    addPicture(grid) {
        _assertClass(grid, Grid);
        const ret = wasm.animation_addPicture(this.__wbg_ptr, grid.__wbg_ptr);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Adds the images of a grid that stand below each other, each as a frame.
     *
     * # Errors
     * `RecipeError` for images of another size.
     * @param {Grid} grid
     */
    add(grid) {
        _assertClass(grid, Grid);
        const ret = wasm.animation_add(this.__wbg_ptr, grid.__wbg_ptr);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Frames of `width` × `height` pixels, each shown `magnify` times as large, one every
     * `delay` hundredths of a second.
     *
     * # Errors
     * `RecipeError` when they would be too large.
     * @param {number} width
     * @param {number} height
     * @param {number} magnify
     * @param {number} delay
     * @returns {Animation}
     */
    static create(width, height, magnify, delay) {
        const ret = wasm.animation_create(width, height, magnify, delay);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Animation.__wrap(ret[0]);
    }
    /**
     * The file.
     *
     * # Errors
     * `RecipeError` when it cannot be finished.
     * @returns {Uint8Array}
     */
    finish() {
        const ptr = this.__destroy_into_raw();
        const ret = wasm.animation_finish(ptr);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v1;
    }
}
if (Symbol.dispose) Animation.prototype[Symbol.dispose] = Animation.prototype.free;

/**
 * A backend that has been opened.
 */
export class Backend {
    static __wrap(ptr) {
        const obj = Object.create(Backend.prototype);
        obj.__wbg_ptr = ptr;
        BackendFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        BackendFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_backend_free(ptr, 0);
    }
    /**
     * `"webgpu"` or `"cpu"`.
     * @returns {string}
     */
    get kind() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.backend_kind(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Opens the module's backend.
     *
     * # Errors
     * `BackendUnavailable` where WebGPU cannot be opened.
     * @returns {Promise<Backend>}
     */
    static open() {
        const ret = wasm.backend_open();
        return ret;
    }
}
if (Symbol.dispose) Backend.prototype[Symbol.dispose] = Backend.prototype.free;

/**
 * A data set.
 */
export class DataSet {
    static __wrap(ptr) {
        const obj = Object.create(DataSet.prototype);
        obj.__wbg_ptr = ptr;
        DataSetFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        DataSetFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_dataset_free(ptr, 0);
    }
    /**
     * Images and labels from batches of CIFAR-10 or CIFAR-100, with the name of each. `name` is for
     * errors.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     * @param {string} name
     * @param {string[]} names
     * @param {Uint8Array[]} files
     * @returns {DataSet}
     */
    static cifar(name, names, files) {
        let ptr0, len0, ptr1, len1, ptr2, len2;
        try {
            ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArrayJsValueToWasm0(names, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
            ptr2 = passArrayJsValueToWasm0(files, wasm.__wbindgen_malloc);
            len2 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr2) { wasm.__externref_drop_slice(ptr2, len2); wasm.__wbindgen_free(ptr2, len2 * 4, 4); }
            if (ptr1) { wasm.__externref_drop_slice(ptr1, len1); wasm.__wbindgen_free(ptr1, len1 * 4, 4); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.dataset_cifar(ptr0, len0, ptr1, len1, ptr2, len2);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * Name, count, size and classes, as JSON.
     * @returns {string}
     */
    describe() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.dataset_describe(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Digits drawn by code.
     *
     * # Errors
     * `RecipeError` when the seed is no whole number.
     * @param {number} seed_number
     * @returns {DataSet}
     */
    static drawnDigits(seed_number) {
        const ret = wasm.dataset_drawnDigits(seed_number);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * Anime-style faces drawn by code; the labels are the colours of the hair.
     *
     * # Errors
     * `RecipeError` when the seed is no whole number.
     * @param {number} seed_number
     * @returns {DataSet}
     */
    static drawnFaces(seed_number) {
        const ret = wasm.dataset_drawnFaces(seed_number);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * The images of this set, then those of another.
     *
     * # Errors
     * `DataError` when they do not go together.
     * @param {DataSet} other
     * @returns {DataSet}
     */
    followedBy(other) {
        _assertClass(other, DataSet);
        const ret = wasm.dataset_followedBy(this.__wbg_ptr, other.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * Images and labels from IDX files, plain or gzip. `name` is for errors.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     * @param {string} name
     * @param {Uint8Array | number[]} images
     * @param {Uint8Array | number[] | null} [labels]
     * @returns {DataSet}
     */
    static idx(name, images, labels) {
        let ptr0, len0, ptr1, len1, ptr2, len2;
        try {
            ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArray8ToWasm0(images, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
            ptr2 = isLikeNone(labels) ? 0 : passArray8ToWasm0(labels, wasm.__wbindgen_malloc);
            len2 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr2) { wasm.__wbindgen_free(ptr2, len2 * 1, 1); }
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.dataset_idx(ptr0, len0, ptr1, len1, ptr2, len2);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * The same set with the name and the classes of a known one, as `fashion-mnist`; any other
     * identifier leaves it as it is.
     * @param {string} identifier
     * @returns {DataSet}
     */
    known(identifier) {
        const ptr0 = passStringToWasm0(identifier, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.dataset_known(this.__wbg_ptr, ptr0, len0);
        return DataSet.__wrap(ret);
    }
    /**
     * Its first `count` images alone.
     *
     * # Errors
     * `DataError` unless there are that many, at least 1.
     * @param {number} count
     * @returns {DataSet}
     */
    limited(count) {
        const ret = wasm.dataset_limited(this.__wbg_ptr, count);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * Images and labels from files of NumPy's (`.npy`). `name` is for errors.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     * @param {string} name
     * @param {Uint8Array | number[]} images
     * @param {Uint8Array | number[] | null} [labels]
     * @returns {DataSet}
     */
    static numpy(name, images, labels) {
        let ptr0, len0, ptr1, len1, ptr2, len2;
        try {
            ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArray8ToWasm0(images, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
            ptr2 = isLikeNone(labels) ? 0 : passArray8ToWasm0(labels, wasm.__wbindgen_malloc);
            len2 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr2) { wasm.__wbindgen_free(ptr2, len2 * 1, 1); }
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.dataset_numpy(ptr0, len0, ptr1, len1, ptr2, len2);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * The same images with rows and columns swapped.
     * @returns {DataSet}
     */
    transposed() {
        const ret = wasm.dataset_transposed(this.__wbg_ptr);
        return DataSet.__wrap(ret);
    }
}
if (Symbol.dispose) DataSet.prototype[Symbol.dispose] = DataSet.prototype.free;

/**
 * A generator that draws and no longer learns.
 */
export class DeviceGenerator {
    static __wrap(ptr) {
        const obj = Object.create(DeviceGenerator.prototype);
        obj.__wbg_ptr = ptr;
        DeviceGeneratorFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        DeviceGeneratorFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_devicegenerator_free(ptr, 0);
    }
    /**
     * The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents.
     *
     * # Errors
     * `RecipeError` for latents of another space, or none.
     * @param {Float32Array | number[]} a
     * @param {Float32Array | number[]} b
     * @param {Float32Array | number[]} c
     * @returns {Float32Array}
     */
    arithmetic(a, b, c) {
        let ptr0, len0, ptr1, len1, ptr2, len2;
        try {
            ptr0 = passArrayF32ToWasm0(a, wasm.__wbindgen_malloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArrayF32ToWasm0(b, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
            ptr2 = passArrayF32ToWasm0(c, wasm.__wbindgen_malloc);
            len2 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr2) { wasm.__wbindgen_free(ptr2, len2 * 4, 4); }
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 4, 4); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 4, 4); }
            throw e;
        }
        const ret = wasm.devicegenerator_arithmetic(this.__wbg_ptr, ptr0, len0, ptr1, len1, ptr2, len2);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v4 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v4;
    }
    /**
     * The directions of the latent space that matter first.
     *
     * # Errors
     * `RecipeError` for a latent that is too large, `TrainingError`, `DeviceError` or
     * `DeviceLost`.
     * @returns {Promise<Directions>}
     */
    directions() {
        const ret = wasm.devicegenerator_directions(this.__wbg_ptr);
        return ret;
    }
    /**
     * The same with mixed styles: for each image another latent, and how many layers go by its own.
     *
     * # Errors
     * `RecipeError`, also for a generator without styles, `TrainingError`, `DeviceError` or `DeviceLost`.
     * @param {Float32Array | number[]} latents
     * @param {Float32Array | number[]} classes
     * @param {Float32Array | number[]} others
     * @param {Uint32Array | number[]} own_layers
     * @param {number} columns
     * @returns {Promise<Grid>}
     */
    drawStyled(latents, classes, others, own_layers, columns) {
        const val5 = +columns;
        let ptr0, len0, ptr1, len1, ptr2, len2, ptr3, len3;
        try {
            ptr0 = passArrayF32ToWasm0(latents, wasm.__wbindgen_malloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArrayF32ToWasm0(classes, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
            ptr2 = passArrayF32ToWasm0(others, wasm.__wbindgen_malloc);
            len2 = WASM_VECTOR_LEN;
            ptr3 = passArray32ToWasm0(own_layers, wasm.__wbindgen_malloc);
            len3 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr3) { wasm.__wbindgen_free(ptr3, len3 * 4, 4); }
            if (ptr2) { wasm.__wbindgen_free(ptr2, len2 * 4, 4); }
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 4, 4); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 4, 4); }
            throw e;
        }
        const ret = wasm.devicegenerator_drawStyled(this.__wbg_ptr, ptr0, len0, ptr1, len1, ptr2, len2, ptr3, len3, val5);
        return ret;
    }
    /**
     * Draws latents in `columns`. `classes` holds for each the weights of all classes; nothing
     * for a generator without classes.
     *
     * # Errors
     * `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
     * @param {Float32Array | number[]} latents
     * @param {Float32Array | number[]} classes
     * @param {number} columns
     * @returns {Promise<Grid>}
     */
    draw(latents, classes, columns) {
        const val3 = +columns;
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passArrayF32ToWasm0(latents, wasm.__wbindgen_malloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArrayF32ToWasm0(classes, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 4, 4); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 4, 4); }
            throw e;
        }
        const ret = wasm.devicegenerator_draw(this.__wbg_ptr, ptr0, len0, ptr1, len1, val3);
        return ret;
    }
    /**
     * What its file says of it, as JSON; its texts as they may be shown.
     * @returns {string}
     */
    header() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.devicegenerator_header(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Draws the first `count` images of a seed: with the training's seed, its sample grid.
     *
     * # Errors
     * `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
     * @param {number} count
     * @param {number} seed_number
     * @returns {Promise<Grid>}
     */
    images(count, seed_number) {
        const ret = wasm.devicegenerator_images(this.__wbg_ptr, count, seed_number);
        return ret;
    }
    /**
     * The first `count` latents of a seed.
     *
     * # Errors
     * `RecipeError` when there are too many, or the seed is none.
     * @param {number} count
     * @param {number} seed_number
     * @returns {Float32Array}
     */
    latents(count, seed_number) {
        const ret = wasm.devicegenerator_latents(this.__wbg_ptr, count, seed_number);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
    }
    /**
     * `side` × `side` latents around one, up to `radius` of a latent's length away.
     *
     * # Errors
     * `RecipeError` for a latent of another space, too many neighbours, or a seed that is none.
     * @param {Float32Array | number[]} centre
     * @param {number} side
     * @param {number} radius
     * @param {number} seed_number
     * @returns {Float32Array}
     */
    neighbours(centre, side, radius, seed_number) {
        const val2 = +side;
        const val3 = +radius;
        const val4 = +seed_number;
        const ptr0 = passArrayF32ToWasm0(centre, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.devicegenerator_neighbours(this.__wbg_ptr, ptr0, len0, val2, val3, val4);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v5 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v5;
    }
    /**
     * Opens a generator's safetensors file. `name` is for errors.
     *
     * # Errors
     * `WeightsError` for a file that is no generator or does not fit its own recipe.
     * @param {Backend} backend
     * @param {string} name
     * @param {Uint8Array | number[]} file
     * @returns {DeviceGenerator}
     */
    static open(backend, name, file) {
        _assertClass(backend, Backend);
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArray8ToWasm0(file, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.devicegenerator_open(backend.__wbg_ptr, ptr0, len0, ptr1, len1);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DeviceGenerator.__wrap(ret[0]);
    }
    /**
     * The latent that a text stands for.
     *
     * # Errors
     * `RecipeError` for a text that is none, or one of another space.
     * @param {string} text
     * @returns {ReadLatent}
     */
    readLatent(text) {
        const ptr0 = passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.devicegenerator_readLatent(this.__wbg_ptr, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return ReadLatent.__wrap(ret[0]);
    }
    /**
     * Layers that go by a style; 0 for most generators.
     * @returns {number}
     */
    styleLayers() {
        const ret = wasm.devicegenerator_styleLayers(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Latents nearer to the mean: at 1 they stay, at 0 they are the mean.
     *
     * # Errors
     * `RecipeError` for latents of another space.
     * @param {Float32Array | number[]} latents
     * @param {number} truncation
     * @returns {Float32Array}
     */
    truncated(latents, truncation) {
        const val2 = +truncation;
        const ptr0 = passArrayF32ToWasm0(latents, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.devicegenerator_truncated(this.__wbg_ptr, ptr0, len0, val2);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v3 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v3;
    }
    /**
     * Where a walk is at each of these times; `start` is where it is at time 0.
     *
     * # Errors
     * `RecipeError` for a start of another space, or a seed that is none.
     * @param {number} seed_number
     * @param {Float32Array | number[] | null | undefined} start
     * @param {number} truncation
     * @param {Float64Array | number[]} times
     * @returns {Float32Array}
     */
    walk(seed_number, start, truncation, times) {
        const val3 = +seed_number;
        const val4 = +truncation;
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = isLikeNone(start) ? 0 : passArrayF32ToWasm0(start, wasm.__wbindgen_malloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArrayF64ToWasm0(times, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 8, 8); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 4, 4); }
            throw e;
        }
        const ret = wasm.devicegenerator_walk(this.__wbg_ptr, val3, ptr0, len0, val4, ptr1, len1);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v5 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v5;
    }
    /**
     * A latent, and its class if it has one, as a short text.
     *
     * # Errors
     * `RecipeError` for a latent of another space.
     * @param {Float32Array | number[]} latent
     * @param {number | null} [label]
     * @returns {string}
     */
    writeLatent(latent, label) {
        let deferred4_0;
        let deferred4_1;
        try {
            const val2 = +(isLikeNone(label) ? 0xFFFFFF : label);
            const ptr0 = passArrayF32ToWasm0(latent, wasm.__wbindgen_malloc);
            const len0 = WASM_VECTOR_LEN;
            const ret = wasm.devicegenerator_writeLatent(this.__wbg_ptr, ptr0, len0, val2);
            var ptr3 = ret[0];
            var len3 = ret[1];
            if (ret[3]) {
                ptr3 = 0; len3 = 0;
                throw takeFromExternrefTable0(ret[2]);
            }
            deferred4_0 = ptr3;
            deferred4_1 = len3;
            return getStringFromWasm0(ptr3, len3);
        } finally {
            wasm.__wbindgen_free(deferred4_0, deferred4_1, 1);
        }
    }
}
if (Symbol.dispose) DeviceGenerator.prototype[Symbol.dispose] = DeviceGenerator.prototype.free;

/**
 * Directions of a latent space.
 */
export class Directions {
    static __wrap(ptr) {
        const obj = Object.create(Directions.prototype);
        obj.__wbg_ptr = ptr;
        DirectionsFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        DirectionsFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_directions_free(ptr, 0);
    }
    /**
     * How far the first layer's output moves along each.
     * @returns {Float32Array}
     */
    strengths() {
        const ret = wasm.directions_strengths(this.__wbg_ptr);
        var v1 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
    }
    /**
     * Vectors of length 1, one after another.
     * @returns {Float32Array}
     */
    vectors() {
        const ret = wasm.directions_vectors(this.__wbg_ptr);
        var v1 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
    }
}
if (Symbol.dispose) Directions.prototype[Symbol.dispose] = Directions.prototype.free;

/**
 * Images side by side, as a canvas takes them.
 */
export class Grid {
    static __wrap(ptr) {
        const obj = Object.create(Grid.prototype);
        obj.__wbg_ptr = ptr;
        GridFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        GridFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_grid_free(ptr, 0);
    }
    /**
     * Images across.
     * @returns {number}
     */
    get columns() {
        const ret = wasm.grid_columns(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Pixels down in one image.
     * @returns {number}
     */
    get height() {
        const ret = wasm.grid_height(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * RGBA bytes of the whole picture, for `ImageData`.
     * @returns {Uint8ClampedArray}
     */
    rgba() {
        const ret = wasm.grid_rgba(this.__wbg_ptr);
        return ret;
    }
    /**
     * Images down.
     * @returns {number}
     */
    get rows() {
        const ret = wasm.grid_rows(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Pixels across in one image.
     * @returns {number}
     */
    get width() {
        const ret = wasm.grid_width(this.__wbg_ptr);
        return ret >>> 0;
    }
}
if (Symbol.dispose) Grid.prototype[Symbol.dispose] = Grid.prototype.free;

/**
 * Collects images into a data set.
 */
export class ImageSet {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        ImageSetFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_imageset_free(ptr, 0);
    }
    /**
     * Adds an image, four bytes a pixel; one that does not suit is skipped.
     *
     * # Errors
     * `DataError` when the set grows too large.
     * @param {string} path
     * @param {number} width
     * @param {number} height
     * @param {Uint8Array | number[]} rgba
     */
    add(path, width, height, rgba) {
        const val3 = +width;
        const val4 = +height;
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passStringToWasm0(path, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArray8ToWasm0(rgba, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.imageset_add(this.__wbg_ptr, ptr0, len0, val3, val4, ptr1, len1);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * The data set. Nothing can be added after this.
     *
     * # Errors
     * `DataError` when no image was kept.
     * @returns {DataSet}
     */
    finish() {
        const ret = wasm.imageset_finish(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * Counts a file that is called like no image.
     *
     * # Errors
     * `DataError` after `finish`.
     * @param {string} path
     */
    leaveOut(path) {
        const ptr0 = passStringToWasm0(path, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.imageset_leaveOut(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * An empty set. `options` is JSON: `{"crop", "height", "width", "channels", "labelled"}`;
     * `bytes` are those of all files, ZIP files as they are.
     *
     * # Errors
     * `DataError` when an option is out of its range.
     * @param {string} name
     * @param {string} options
     * @param {number} bytes
     */
    constructor(name, options, bytes) {
        const val3 = +bytes;
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passStringToWasm0(options, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.imageset_new(ptr0, len0, ptr1, len1, val3);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        ImageSetFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * Why an image of this size is to be skipped, if so, as a sentence in JSON: to be asked once, before
     * it is decoded.
     * @param {number} width
     * @param {number} height
     * @returns {string | undefined}
     */
    refuses(width, height) {
        const ret = wasm.imageset_refuses(this.__wbg_ptr, width, height);
        let v1;
        if (ret[0] !== 0) {
            v1 = getStringFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        }
        return v1;
    }
    /**
     * After `finish`: how many images were kept and skipped, and the first that were skipped, as
     * JSON; before it `null`.
     * @returns {string}
     */
    report() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.imageset_report(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Counts a file that could not be used; `why` is a sentence in JSON, as “it is empty”.
     *
     * # Errors
     * `DataError` after `finish`, and when `why` is no sentence.
     * @param {string} path
     * @param {string} why
     */
    skip(path, why) {
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passStringToWasm0(path, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passStringToWasm0(why, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.imageset_skip(this.__wbg_ptr, ptr0, len0, ptr1, len1);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Why what unpacks to so many bytes is to be skipped, if so, as a sentence in JSON.
     * @param {number} bytes
     * @returns {string | undefined}
     */
    unpacks(bytes) {
        const ret = wasm.imageset_unpacks(this.__wbg_ptr, bytes);
        let v1;
        if (ret[0] !== 0) {
            v1 = getStringFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        }
        return v1;
    }
}
if (Symbol.dispose) ImageSet.prototype[Symbol.dispose] = ImageSet.prototype.free;

/**
 * A search that `Training` goes on with.
 */
export class NearestSearch {
    static __wrap(ptr) {
        const obj = Object.create(NearestSearch.prototype);
        obj.__wbg_ptr = ptr;
        NearestSearchFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        NearestSearchFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_nearestsearch_free(ptr, 0);
    }
}
if (Symbol.dispose) NearestSearch.prototype[Symbol.dispose] = NearestSearch.prototype.free;

/**
 * What a text says.
 */
export class ReadLatent {
    static __wrap(ptr) {
        const obj = Object.create(ReadLatent.prototype);
        obj.__wbg_ptr = ptr;
        ReadLatentFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        ReadLatentFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_readlatent_free(ptr, 0);
    }
    /**
     * The class, if the text names one.
     * @returns {number | undefined}
     */
    get label() {
        const ret = wasm.readlatent_label(this.__wbg_ptr);
        return ret === 0xFFFFFF ? undefined : ret;
    }
    /**
     * The latent.
     * @returns {Float32Array}
     */
    latent() {
        const ret = wasm.readlatent_latent(this.__wbg_ptr);
        var v1 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
    }
}
if (Symbol.dispose) ReadLatent.prototype[Symbol.dispose] = ReadLatent.prototype.free;

/**
 * An image, and how the discriminator's verdict on it depends on its pixels.
 */
export class Saliency {
    static __wrap(ptr) {
        const obj = Object.create(Saliency.prototype);
        obj.__wbg_ptr = ptr;
        SaliencyFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        SaliencyFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_saliency_free(ptr, 0);
    }
    /**
     * The gradient of its verdict by the pixels, channel-first.
     * @returns {Float32Array}
     */
    gradient() {
        const ret = wasm.saliency_gradient(this.__wbg_ptr);
        return ret;
    }
    /**
     * The image itself, as a grid of one.
     * @returns {Grid}
     */
    image() {
        const ret = wasm.saliency_image(this.__wbg_ptr);
        return Grid.__wrap(ret);
    }
    /**
     * What the discriminator says of it.
     * @returns {number}
     */
    get verdict() {
        const ret = wasm.saliency_verdict(this.__wbg_ptr);
        return ret;
    }
}
if (Symbol.dispose) Saliency.prototype[Symbol.dispose] = Saliency.prototype.free;

/**
 * Reads a table as text (CSV), portion by portion.
 */
export class TableReader {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        TableReaderFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_tablereader_free(ptr, 0);
    }
    /**
     * The data set. Nothing can be read after this.
     *
     * # Errors
     * `DataError` when there is no image in it.
     * @returns {DataSet}
     */
    finish() {
        const ret = wasm.tablereader_finish(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return DataSet.__wrap(ret[0]);
    }
    /**
     * A reader; `name` is for errors.
     * @param {string} name
     */
    constructor(name) {
        const ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.tablereader_new(ptr0, len0);
        this.__wbg_ptr = ret;
        TableReaderFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * Reads on.
     *
     * # Errors
     * `DataError`, saying what was expected and what was found.
     * @param {Uint8Array | number[]} bytes
     */
    push(bytes) {
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.tablereader_push(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
}
if (Symbol.dispose) TableReader.prototype[Symbol.dispose] = TableReader.prototype.free;

/**
 * A GAN in training. One call at a time: wait for its promise before the next.
 */
export class Training {
    static __wrap(ptr) {
        const obj = Object.create(Training.prototype);
        obj.__wbg_ptr = ptr;
        TrainingFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        TrainingFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_training_free(ptr, 0);
    }
    /**
     * Everything that the training needs to go on, as a safetensors file.
     *
     * # Errors
     * `DeviceError`, `DeviceLost` or `WeightsError`.
     * @returns {Promise<Uint8Array>}
     */
    checkpoint() {
        const ret = wasm.training_checkpoint(this.__wbg_ptr);
        return ret;
    }
    /**
     * Builds a session; nothing runs yet.
     *
     * # Errors
     * `RecipeError`, `SpecError` or `DataError`, before anything is allocated.
     * @param {Backend} backend
     * @param {string} recipe
     * @param {DataSet} data
     * @param {number} seed_number
     * @returns {Training}
     */
    static create(backend, recipe, data, seed_number) {
        _assertClass(backend, Backend);
        _assertClass(data, DataSet);
        const val2 = +seed_number;
        const ptr0 = passStringToWasm0(recipe, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.training_create(backend.__wbg_ptr, ptr0, len0, data.__wbg_ptr, val2);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Training.__wrap(ret[0]);
    }
    /**
     * Sizes of both networks and steps in an epoch, as JSON.
     * @returns {string}
     */
    describe() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.training_describe(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * The generator as a safetensors file, its weights as `f32`, `f16` or `i8`.
     *
     * # Errors
     * `DeviceError`, `DeviceLost` or `WeightsError`.
     * @param {boolean} averaged
     * @param {string} encoding
     * @returns {Promise<Uint8Array>}
     */
    generatorFile(averaged, encoding) {
        const val2 = +averaged;
        const ptr0 = passStringToWasm0(encoding, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.training_generatorFile(this.__wbg_ptr, val2, ptr0, len0);
        return ret;
    }
    /**
     * Hands over the classifier of digits, once, where `wantsClassifier` says so.
     *
     * # Errors
     * `WeightsError` for another file.
     * @param {Uint8Array | number[]} bytes
     */
    giveClassifier(bytes) {
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.training_giveClassifier(this.__wbg_ptr, ptr0, len0);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Has every step whose number this divides report histograms of z, D(x) and D(G(z)); 0 for none.
     * @param {number} steps
     */
    histogramsEvery(steps) {
        wasm.training_histogramsEvery(this.__wbg_ptr, steps);
    }
    /**
     * Judges the averaged generator on so many samples; as JSON.
     *
     * # Errors
     * `RecipeError` for too few or too many samples, `DeviceError` or `DeviceLost`.
     * @param {number} samples
     * @returns {Promise<string>}
     */
    judge(samples) {
        const ret = wasm.training_judge(this.__wbg_ptr, samples);
        return ret;
    }
    /**
     * The random numbers that a generated image of the grid, counted from 0, is drawn from.
     * @param {number} index
     * @returns {Float32Array}
     */
    latent(index) {
        const ret = wasm.training_latent(this.__wbg_ptr, index);
        return ret;
    }
    /**
     * The discriminator's layers that have maps, as JSON.
     * @returns {string}
     */
    mapLayers() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.training_mapLayers(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * What a layer of the discriminator, counted from 1, makes of an image: its channels as grey images,
     * each by its own range.
     *
     * # Errors
     * `DataError` when there is no such image, `RecipeError` when the layer has no maps, `DeviceError` or
     * `DeviceLost`.
     * @param {boolean} is_real
     * @param {number} index
     * @param {boolean} averaged
     * @param {number} layer
     * @returns {Promise<Grid>}
     */
    maps(is_real, index, averaged, layer) {
        const ret = wasm.training_maps(this.__wbg_ptr, is_real, index, averaged, layer);
        return ret;
    }
    /**
     * How far they are, and how far real images are from each other, as JSON.
     * @param {NearestSearch} search
     * @returns {string}
     */
    nearestReport(search) {
        let deferred1_0;
        let deferred1_1;
        try {
            _assertClass(search, NearestSearch);
            const ret = wasm.training_nearestReport(this.__wbg_ptr, search.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * The images that a search found.
     * @param {NearestSearch} search
     * @returns {Grid}
     */
    nearest(search) {
        _assertClass(search, NearestSearch);
        const ret = wasm.training_nearest(this.__wbg_ptr, search.__wbg_ptr);
        return Grid.__wrap(ret);
    }
    /**
     * Runs steps of the networks whose turn it is (`both`, `discriminator`, `generator`), and tells what
     * happened, as `next` does.
     *
     * # Errors
     * `TrainingError`, `DeviceError` or `DeviceLost`.
     * @param {string} turn
     * @param {number} steps
     * @returns {Promise<string>}
     */
    nextOf(turn, steps) {
        const val2 = +steps;
        const ptr0 = passStringToWasm0(turn, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.training_nextOf(this.__wbg_ptr, ptr0, len0, val2);
        return ret;
    }
    /**
     * Runs steps and tells what happened: a JSON array, one report a step.
     *
     * # Errors
     * `TrainingError`, `DeviceError` or `DeviceLost`.
     * @param {number} steps
     * @returns {Promise<string>}
     */
    next(steps) {
        const ret = wasm.training_next(this.__wbg_ptr, steps);
        return ret;
    }
    /**
     * As many real images.
     * @returns {Grid}
     */
    reals() {
        const ret = wasm.training_reals(this.__wbg_ptr);
        return Grid.__wrap(ret);
    }
    /**
     * The recipe as it runs, as JSON: fitted to the data, with the learning rates of the moment.
     * @returns {string}
     */
    recipe() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.training_recipe(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Goes on from a checkpoint, with the data that it was made with. `name` is for errors.
     *
     * # Errors
     * `WeightsError` for a file that is no checkpoint, `DataError` for other data.
     * @param {Backend} backend
     * @param {string} name
     * @param {Uint8Array | number[]} checkpoint
     * @param {DataSet} data
     * @returns {Training}
     */
    static resume(backend, name, checkpoint, data) {
        _assertClass(backend, Backend);
        _assertClass(data, DataSet);
        let ptr0, len0, ptr1, len1;
        try {
            ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArray8ToWasm0(checkpoint, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.training_resume(backend.__wbg_ptr, ptr0, len0, ptr1, len1, data.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Training.__wrap(ret[0]);
    }
    /**
     * Where the discriminator looks at an image of the grid of real images or of generated ones, counted
     * from 0.
     *
     * # Errors
     * `DataError` when there is no such image, `DeviceError` or `DeviceLost`.
     * @param {boolean} is_real
     * @param {number} index
     * @param {boolean} averaged
     * @returns {Promise<Saliency>}
     */
    saliency(is_real, index, averaged) {
        const ret = wasm.training_saliency(this.__wbg_ptr, is_real, index, averaged);
        return ret;
    }
    /**
     * Draws the fixed latents, through the averaged generator or the live one.
     *
     * # Errors
     * `DeviceError` or `DeviceLost`.
     * @param {boolean} averaged
     * @returns {Promise<Grid>}
     */
    samples(averaged) {
        const ret = wasm.training_samples(this.__wbg_ptr, averaged);
        return ret;
    }
    /**
     * Begins to search for the `count` training images that are nearest to an image of the sample grid,
     * given as the grid has it.
     *
     * # Errors
     * `TrainingError` if these are not the pixels of such an image.
     * @param {Uint8Array | number[]} rgba
     * @param {number} count
     * @returns {NearestSearch}
     */
    searchNearest(rgba, count) {
        const val2 = +count;
        const ptr0 = passArray8ToWasm0(rgba, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.training_searchNearest(this.__wbg_ptr, ptr0, len0, val2);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return NearestSearch.__wrap(ret[0]);
    }
    /**
     * Looks at the next `count` images in such a search; says how much of it is done, 0 to 1.
     * @param {NearestSearch} search
     * @param {number} count
     * @returns {number}
     */
    searchOn(search, count) {
        _assertClass(search, NearestSearch);
        const ret = wasm.training_searchOn(this.__wbg_ptr, search.__wbg_ptr, count);
        return ret;
    }
    /**
     * New learning rates, from the next step on.
     *
     * # Errors
     * `RecipeError` when one is out of its range.
     * @param {number} generator
     * @param {number} discriminator
     */
    setRates(generator, discriminator) {
        const ret = wasm.training_setRates(this.__wbg_ptr, generator, discriminator);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Has every step whose number this divides report how large weights and gradients are; 0 for none.
     * @param {number} steps
     */
    sizesEvery(steps) {
        wasm.training_sizesEvery(this.__wbg_ptr, steps);
    }
    /**
     * The discriminator's verdict on every image of both grids, as JSON; the generated ones are those of
     * the averaged generator or of the live one.
     *
     * # Errors
     * `DeviceError` or `DeviceLost`.
     * @param {boolean} averaged
     * @returns {Promise<string>}
     */
    verdicts(averaged) {
        const ret = wasm.training_verdicts(this.__wbg_ptr, averaged);
        return ret;
    }
    /**
     * Whether the data may be digits, which a classifier judges that has not been handed over.
     * @returns {boolean}
     */
    wantsClassifier() {
        const ret = wasm.training_wantsClassifier(this.__wbg_ptr);
        return ret !== 0;
    }
}
if (Symbol.dispose) Training.prototype[Symbol.dispose] = Training.prototype.free;

/**
 * What lies at each of these parts (0 to 1) of the way through `keys`, points of `width` numbers.
 *
 * # Errors
 * `RecipeError` for fewer than two points, or numbers that are left over.
 * @param {Float32Array | number[]} keys
 * @param {number} width
 * @param {Float32Array | number[]} parts
 * @param {boolean} spherical
 * @param {boolean} closed
 * @returns {Float32Array}
 */
export function along(keys, width, parts, spherical, closed) {
    const val3 = +width;
    const val4 = +spherical;
    const val5 = +closed;
    let ptr0, len0, ptr1, len1;
    try {
        ptr0 = passArrayF32ToWasm0(keys, wasm.__wbindgen_malloc);
        len0 = WASM_VECTOR_LEN;
        ptr1 = passArrayF32ToWasm0(parts, wasm.__wbindgen_malloc);
        len1 = WASM_VECTOR_LEN;
    } catch (e) {
        if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 4, 4); }
        if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 4, 4); }
        throw e;
    }
    const ret = wasm.along(ptr0, len0, val3, ptr1, len1, val4, val5);
    if (ret[3]) {
        throw takeFromExternrefTable0(ret[2]);
    }
    var v6 = getArrayF32FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
    return v6;
}

/**
 * Which arrays of an `.npz` file are a data set, by the names of all and the beginnings of their
 * files: JSON, `{"images", "labels"}`, their places.
 *
 * # Errors
 * `DataError` when none holds images.
 * @param {string} archive
 * @param {string[]} names
 * @param {Uint8Array[]} starts
 * @returns {string}
 */
export function chooseArrays(archive, names, starts) {
    let deferred5_0;
    let deferred5_1;
    try {
        let ptr0, len0, ptr1, len1, ptr2, len2;
        try {
            ptr0 = passStringToWasm0(archive, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            len0 = WASM_VECTOR_LEN;
            ptr1 = passArrayJsValueToWasm0(names, wasm.__wbindgen_malloc);
            len1 = WASM_VECTOR_LEN;
            ptr2 = passArrayJsValueToWasm0(starts, wasm.__wbindgen_malloc);
            len2 = WASM_VECTOR_LEN;
        } catch (e) {
            if (ptr2) { wasm.__externref_drop_slice(ptr2, len2); wasm.__wbindgen_free(ptr2, len2 * 4, 4); }
            if (ptr1) { wasm.__externref_drop_slice(ptr1, len1); wasm.__wbindgen_free(ptr1, len1 * 4, 4); }
            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
            throw e;
        }
        const ret = wasm.chooseArrays(ptr0, len0, ptr1, len1, ptr2, len2);
        var ptr4 = ret[0];
        var len4 = ret[1];
        if (ret[3]) {
            ptr4 = 0; len4 = 0;
            throw takeFromExternrefTable0(ret[2]);
        }
        deferred5_0 = ptr4;
        deferred5_1 = len4;
        return getStringFromWasm0(ptr4, len4);
    } finally {
        wasm.__wbindgen_free(deferred5_0, deferred5_1, 1);
    }
}

/**
 * Which files of a folder or archive are batches of CIFAR to train on, by their paths: their places.
 * @param {string[]} paths
 * @returns {Uint32Array}
 */
export function cifarAmong(paths) {
    const ptr0 = passArrayJsValueToWasm0(paths, wasm.__wbindgen_malloc);
    const len0 = WASM_VECTOR_LEN;
    const ret = wasm.cifarAmong(ptr0, len0);
    var v2 = getArrayU32FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
    return v2;
}

/**
 * The networks of a recipe, layer by layer, as JSON: what a person sees of it before it runs.
 *
 * # Errors
 * `RecipeError` or `SpecError` when it cannot be read or does not hold together.
 * @param {string} json_text
 * @returns {string}
 */
export function describeRecipe(json_text) {
    let deferred3_0;
    let deferred3_1;
    try {
        const ptr0 = passStringToWasm0(json_text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.describeRecipe(ptr0, len0);
        var ptr2 = ret[0];
        var len2 = ret[1];
        if (ret[3]) {
            ptr2 = 0; len2 = 0;
            throw takeFromExternrefTable0(ret[2]);
        }
        deferred3_0 = ptr2;
        deferred3_1 = len2;
        return getStringFromWasm0(ptr2, len2);
    } finally {
        wasm.__wbindgen_free(deferred3_0, deferred3_1, 1);
    }
}

/**
 * As `describeRecipe`, of a recipe that is being written: what holds together of its networks, and all
 * that is wrong with it, each with its place.
 * @param {string} json_text
 * @returns {string}
 */
export function draftRecipe(json_text) {
    let deferred2_0;
    let deferred2_1;
    try {
        const ptr0 = passStringToWasm0(json_text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.draftRecipe(ptr0, len0);
        deferred2_0 = ret[0];
        deferred2_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
    } finally {
        wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
    }
}

/**
 * The encoding of the names in a ZIP file that does not say it, as `TextDecoder` knows it; none
 * for code page 437.
 * @param {Uint8Array[]} names
 * @returns {string | undefined}
 */
export function encodingOfNames(names) {
    const ptr0 = passArrayJsValueToWasm0(names, wasm.__wbindgen_malloc);
    const len0 = WASM_VECTOR_LEN;
    const ret = wasm.encodingOfNames(ptr0, len0);
    let v2;
    if (ret[0] !== 0) {
        v2 = getStringFromWasm0(ret[0], ret[1]);
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
    }
    return v2;
}

/**
 * Has the helper at the other side of a shared memory take a share of all work on the CPU of which a
 * share has at least so many multiplications. Only in a worker: a page may not wait for others.
 * @param {WebAssembly.Memory} memory
 * @param {number} least
 */
export function enlistHelper(memory, least) {
    wasm.enlistHelper(memory, least);
}

/**
 * Waits for a piece of work from the other side of a shared memory, and does it. For a worker that has
 * nothing else to do.
 *
 * # Errors
 * Where a thread may not wait.
 * @param {WebAssembly.Memory} memory
 */
export function help(memory) {
    const ret = wasm.help(memory);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * What a file is, by its beginning, and what to do about it, as “a tar archive: unpack it first”: a
 * sentence in JSON.
 * @param {Uint8Array | number[]} start
 * @returns {string}
 */
export function kindOfFile(start) {
    let deferred2_0;
    let deferred2_1;
    try {
        const ptr0 = passArray8ToWasm0(start, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.kindOfFile(ptr0, len0);
        deferred2_0 = ret[0];
        deferred2_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
    } finally {
        wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
    }
}

/**
 * Every recipe offered by name, as a JSON array.
 * @returns {string}
 */
export function presets() {
    let deferred1_0;
    let deferred1_1;
    try {
        const ret = wasm.presets();
        deferred1_0 = ret[0];
        deferred1_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
    } finally {
        wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
    }
}

/**
 * The kinds of layers with their fields, and the menus of a recipe, as JSON.
 * @returns {string}
 */
export function recipeForms() {
    let deferred1_0;
    let deferred1_1;
    try {
        const ret = wasm.recipeForms();
        deferred1_0 = ret[0];
        deferred1_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
    } finally {
        wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
    }
}

/**
 * Runs once, when the module is instantiated: a panic is printed with its place.
 */
export function start() {
    wasm.start();
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_Error_208446807d0d1e30: function(arg0, arg1) {
            const ret = Error(getStringFromWasm0(arg0, arg1));
            return ret;
        },
        __wbg___wbindgen_function_table_dd9abe976e6c95f6: function() {
            const ret = wasm.__wbindgen_export;
            return ret;
        },
        __wbg___wbindgen_is_function_741ff2bb612836f5: function(arg0) {
            const ret = typeof(arg0) === 'function';
            return ret;
        },
        __wbg___wbindgen_is_undefined_be5b34249ff1fc15: function(arg0) {
            const ret = arg0 === undefined;
            return ret;
        },
        __wbg___wbindgen_memory_17a1178bc3328ea3: function() {
            const ret = wasm.memory;
            return ret;
        },
        __wbg___wbindgen_string_get_7ce8eee7fd327545: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'string' ? obj : undefined;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg__wbg_cb_unref_09736879a3f67559: function(arg0) {
            arg0._wbg_cb_unref();
        },
        __wbg_backend_new: function(arg0) {
            const ret = Backend.__wrap(arg0);
            return ret;
        },
        __wbg_buffer_0eaa216bac6b8749: function(arg0) {
            const ret = arg0.buffer;
            return ret;
        },
        __wbg_byteLength_fa48f24814f5ef46: function(arg0) {
            const ret = arg0.byteLength;
            return ret;
        },
        __wbg_call_40b008ba32f73991: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.call(arg1);
            return ret;
        }, arguments); },
        __wbg_call_a410eb4b59ed5965: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.call(arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_directions_new: function(arg0) {
            const ret = Directions.__wrap(arg0);
            return ret;
        },
        __wbg_error_757e9472f8410341: function(arg0, arg1) {
            let deferred0_0;
            let deferred0_1;
            try {
                deferred0_0 = arg0;
                deferred0_1 = arg1;
                console.error(getStringFromWasm0(arg0, arg1));
            } finally {
                wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
            }
        },
        __wbg_exports_1dac89a0acaa7cc6: function(arg0) {
            const ret = arg0.exports;
            return ret;
        },
        __wbg_getRandomValues_8b6f1f663e6f188d: function() { return handleError(function (arg0, arg1) {
            globalThis.crypto.getRandomValues(getArrayU8FromWasm0(arg0, arg1));
        }, arguments); },
        __wbg_get_2080c49015e35254: function() { return handleError(function (arg0, arg1) {
            const ret = Reflect.get(arg0, arg1);
            return ret;
        }, arguments); },
        __wbg_grid_new: function(arg0) {
            const ret = Grid.__wrap(arg0);
            return ret;
        },
        __wbg_grow_17434eb8db13eb2c: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.grow(arg1 >>> 0);
            return ret;
        }, arguments); },
        __wbg_grow_3942f0079a68778d: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.grow(arg1 >>> 0);
            return ret;
        }, arguments); },
        __wbg_instanceof_Table_ee225635f35a8836: function(arg0) {
            let result;
            try {
                result = arg0 instanceof WebAssembly.Table;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_instanceof_WorkerGlobalScope_a8f1cd8c19b6daec: function(arg0) {
            let result;
            try {
                result = arg0 instanceof WorkerGlobalScope;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_length_186163212ffe79c3: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        __wbg_length_6e9d2869242cabf3: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        __wbg_length_c702d06d28b96b72: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        __wbg_load_21f270a6384df4e4: function() { return handleError(function (arg0, arg1) {
            const ret = Atomics.load(arg0, arg1 >>> 0);
            return ret;
        }, arguments); },
        __wbg_new_1de793c59e102921: function() { return handleError(function (arg0, arg1) {
            const ret = new WebAssembly.Instance(arg0, arg1);
            return ret;
        }, arguments); },
        __wbg_new_273fe0d336e61b94: function() { return handleError(function (arg0) {
            const ret = new WebAssembly.Module(arg0);
            return ret;
        }, arguments); },
        __wbg_new_37eb45aaf5eeb820: function() {
            const ret = new Array();
            return ret;
        },
        __wbg_new_68957d2a912dfa0a: function(arg0) {
            const ret = new Int32Array(arg0);
            return ret;
        },
        __wbg_new_787b9fb330d55d78: function(arg0, arg1) {
            const ret = new Error(getStringFromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_ba40181b3f24ac80: function(arg0, arg1) {
            try {
                var state0 = {a: arg0, b: arg1};
                var cb0 = (arg0, arg1) => {
                    const a = state0.a;
                    state0.a = 0;
                    try {
                        return wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined_______true_(a, state0.b, arg0, arg1);
                    } finally {
                        state0.a = a;
                    }
                };
                const ret = new Promise(cb0);
                return ret;
            } finally {
                state0.a = 0;
            }
        },
        __wbg_new_bb74001155cb8ca8: function() {
            const ret = new Error();
            return ret;
        },
        __wbg_new_cd4348290afae586: function() {
            const ret = new Object();
            return ret;
        },
        __wbg_new_from_slice_355c10c5d8f2addb: function(arg0, arg1) {
            const ret = new Float32Array(getArrayF32FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_from_slice_b8daf545a41c6aa0: function(arg0, arg1) {
            const ret = new Uint8Array(getArrayU8FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_from_slice_c7cf3126a626653c: function(arg0, arg1) {
            const ret = new Uint8ClampedArray(getArrayU8FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_typed_e09da9dae6ee5935: function(arg0, arg1) {
            try {
                var state0 = {a: arg0, b: arg1};
                var cb0 = (arg0, arg1) => {
                    const a = state0.a;
                    state0.a = 0;
                    try {
                        return wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined_______true_(a, state0.b, arg0, arg1);
                    } finally {
                        state0.a = a;
                    }
                };
                const ret = new Promise(cb0);
                return ret;
            } finally {
                state0.a = 0;
            }
        },
        __wbg_new_with_byte_offset_and_length_1ea36b9f0c3bc55a: function(arg0, arg1, arg2) {
            const ret = new Float32Array(arg0, arg1 >>> 0, arg2 >>> 0);
            return ret;
        },
        __wbg_new_with_byte_offset_and_length_2d2fa37a22f87186: function(arg0, arg1, arg2) {
            const ret = new Uint32Array(arg0, arg1 >>> 0, arg2 >>> 0);
            return ret;
        },
        __wbg_notify_0ddec4d1bfac1be8: function() { return handleError(function (arg0, arg1) {
            const ret = Atomics.notify(arg0, arg1 >>> 0);
            return ret;
        }, arguments); },
        __wbg_prototypesetcall_13162965d1fe7aa3: function(arg0, arg1, arg2) {
            Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0, arg1), arg2);
        },
        __wbg_prototypesetcall_22b1bb88c4ec5c5a: function(arg0, arg1, arg2) {
            Float32Array.prototype.set.call(getArrayF32FromWasm0(arg0, arg1), arg2);
        },
        __wbg_prototypesetcall_4aea6470234c8414: function(arg0, arg1, arg2) {
            Uint32Array.prototype.set.call(getArrayU32FromWasm0(arg0, arg1), arg2);
        },
        __wbg_push_c9f4893fc209f768: function(arg0, arg1) {
            const ret = arg0.push(arg1);
            return ret;
        },
        __wbg_queueMicrotask_1e8503a8a690f0a3: function(arg0) {
            const ret = arg0.queueMicrotask;
            return ret;
        },
        __wbg_queueMicrotask_4a1a4d8dd332373b: function(arg0) {
            queueMicrotask(arg0);
        },
        __wbg_resolve_dbf78ab4942478b0: function(arg0) {
            const ret = Promise.resolve(arg0);
            return ret;
        },
        __wbg_saliency_new: function(arg0) {
            const ret = Saliency.__wrap(arg0);
            return ret;
        },
        __wbg_setTimeout_7b54aa5f72cd7066: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.setTimeout(arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_setTimeout_9ef22b48643bd7de: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.setTimeout(arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_set_2793479888329cb6: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Reflect.set(arg0, arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_set_715c825fc01d0c67: function() { return handleError(function (arg0, arg1, arg2) {
            arg0.set(arg1 >>> 0, arg2);
        }, arguments); },
        __wbg_set_8e5ba6e4c8c3625e: function(arg0, arg1, arg2) {
            arg0.set(getArrayU32FromWasm0(arg1, arg2));
        },
        __wbg_set_d0e2abd6ed08e04c: function(arg0, arg1, arg2) {
            arg0.set(getArrayF32FromWasm0(arg1, arg2));
        },
        __wbg_set_name_822e3903f3184979: function(arg0, arg1, arg2) {
            arg0.name = getStringFromWasm0(arg1, arg2);
        },
        __wbg_stack_575c4e0918581b9c: function(arg0, arg1) {
            const ret = arg1.stack;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc: function() {
            const ret = typeof globalThis === 'undefined' ? undefined : globalThis;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_static_accessor_GLOBAL_e4293fb22cbe77da: function() {
            const ret = typeof global === 'undefined' ? undefined : global;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_static_accessor_SELF_53bb20457401453d: function() {
            const ret = typeof self === 'undefined' ? undefined : self;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_static_accessor_WINDOW_b5e0810bfecb7feb: function() {
            const ret = typeof window === 'undefined' ? undefined : window;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_store_273b0a161f1e2604: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Atomics.store(arg0, arg1 >>> 0, arg2);
            return ret;
        }, arguments); },
        __wbg_then_656f253a5dd7d8ea: function(arg0, arg1, arg2) {
            const ret = arg0.then(arg1, arg2);
            return ret;
        },
        __wbg_then_e3f7f2d365708be8: function(arg0, arg1) {
            const ret = arg0.then(arg1);
            return ret;
        },
        __wbg_validate_aea2b12e8bdffe32: function() { return handleError(function (arg0) {
            const ret = WebAssembly.validate(arg0);
            return ret;
        }, arguments); },
        __wbg_wait_d212e5b9164d9e2f: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Atomics.wait(arg0, arg1 >>> 0, arg2);
            return ret;
        }, arguments); },
        __wbg_wait_e2865064bee94744: function() { return handleError(function (arg0, arg1, arg2, arg3) {
            const ret = Atomics.wait(arg0, arg1 >>> 0, arg2, arg3);
            return ret;
        }, arguments); },
        __wbindgen_generic_0000000000000001: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [Externref], shim_idx: 1204, ret: Result(Unit), inner_ret: Some(Result(Unit)) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___wasm_bindgen_add5ba9ae41aa938___JsValue__core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_add5ba9ae41aa938___JsError___true_);
            return ret;
        },
        __wbindgen_generic_0000000000000002: function(arg0) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = arg0;
            return ret;
        },
        __wbindgen_generic_0000000000000003: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_generic_0000000000000004: function(arg0, arg1) {
            var v0 = getArrayU8FromWasm0(arg0, arg1).slice();
            wasm.__wbindgen_free(arg0, arg1 * 1, 1);
            // Cast intrinsic for `Vector(U8) -> Externref`.
            const ret = v0;
            return ret;
        },
        __wbindgen_init_externref_table: function() {
            const table = wasm.__wbindgen_externrefs;
            table.set(0, undefined);
            table.set(1024, undefined);
            table.set(1025, null);
            table.set(1026, true);
            table.set(1027, false);
        },
    };
    return {
        __proto__: null,
        "./ganvas_cpu_bg.js": import0,
    };
}

function wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___wasm_bindgen_add5ba9ae41aa938___JsValue__core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_add5ba9ae41aa938___JsError___true_(arg0, arg1, arg2) {
    const ret = wasm.wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___wasm_bindgen_add5ba9ae41aa938___JsValue__core_34bf945fbed1ecbd___result__Result_____wasm_bindgen_add5ba9ae41aa938___JsError___true_(arg0, arg1, arg2);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

function wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined_______true_(arg0, arg1, arg2, arg3) {
    wasm.wasm_bindgen_add5ba9ae41aa938___convert__closures_____invoke___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined___js_sys_eba14873d9ade9be___Function_fn_wasm_bindgen_add5ba9ae41aa938___JsValue_____wasm_bindgen_add5ba9ae41aa938___sys__Undefined_______true_(arg0, arg1, arg2, arg3);
}

const AnimationFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_animation_free(ptr, 1));
const BackendFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_backend_free(ptr, 1));
const DataSetFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_dataset_free(ptr, 1));
const DeviceGeneratorFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_devicegenerator_free(ptr, 1));
const DirectionsFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_directions_free(ptr, 1));
const GridFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_grid_free(ptr, 1));
const ImageSetFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_imageset_free(ptr, 1));
const NearestSearchFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_nearestsearch_free(ptr, 1));
const ReadLatentFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_readlatent_free(ptr, 1));
const SaliencyFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_saliency_free(ptr, 1));
const TableReaderFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_tablereader_free(ptr, 1));
const TrainingFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_training_free(ptr, 1));

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

function _assertClass(instance, klass) {
    if (!(instance instanceof klass)) {
        throw new Error(`expected instance of ${klass.name}`);
    }
}

const CLOSURE_DTORS = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b));

function getArrayF32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getFloat32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayU32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayU8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

let cachedFloat32ArrayMemory0 = null;
function getFloat32ArrayMemory0() {
    if (cachedFloat32ArrayMemory0 === null || cachedFloat32ArrayMemory0.byteLength === 0) {
        cachedFloat32ArrayMemory0 = new Float32Array(wasm.memory.buffer);
    }
    return cachedFloat32ArrayMemory0;
}

let cachedFloat64ArrayMemory0 = null;
function getFloat64ArrayMemory0() {
    if (cachedFloat64ArrayMemory0 === null || cachedFloat64ArrayMemory0.byteLength === 0) {
        cachedFloat64ArrayMemory0 = new Float64Array(wasm.memory.buffer);
    }
    return cachedFloat64ArrayMemory0;
}

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

let cachedUint32ArrayMemory0 = null;
function getUint32ArrayMemory0() {
    if (cachedUint32ArrayMemory0 === null || cachedUint32ArrayMemory0.byteLength === 0) {
        cachedUint32ArrayMemory0 = new Uint32Array(wasm.memory.buffer);
    }
    return cachedUint32ArrayMemory0;
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}

function isLikeNone(x) {
    return x === undefined || x === null;
}

function makeMutClosure(arg0, arg1, f) {
    const state = { a: arg0, b: arg1, cnt: 1 };
    const real = (...args) => {

        // First up with a closure we increment the internal reference
        // count. This ensures that the Rust closure environment won't
        // be deallocated while we're invoking it.
        state.cnt++;
        const a = state.a;
        state.a = 0;
        try {
            return f(a, state.b, ...args);
        } finally {
            state.a = a;
            real._wbg_cb_unref();
        }
    };
    real._wbg_cb_unref = () => {
        if (--state.cnt === 0) {
            wasm.__wbindgen_destroy_closure(state.a, state.b);
            state.a = 0;
            CLOSURE_DTORS.unregister(state);
        }
    };
    CLOSURE_DTORS.register(real, state, state);
    return real;
}

function passArray32ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 4, 4) >>> 0;
    getUint32ArrayMemory0().set(arg, ptr / 4);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArray8ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 1, 1) >>> 0;
    getUint8ArrayMemory0().set(arg, ptr / 1);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArrayF32ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 4, 4) >>> 0;
    getFloat32ArrayMemory0().set(arg, ptr / 4);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArrayF64ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 8, 8) >>> 0;
    getFloat64ArrayMemory0().set(arg, ptr / 8);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArrayJsValueToWasm0(array, malloc) {
    const ptr = malloc(array.length * 4, 4) >>> 0;
    for (let i = 0; i < array.length; i++) {
        const add = addToExternrefTable0(array[i]);
        getDataViewMemory0().setUint32(ptr + 4 * i, add, true);
    }
    WASM_VECTOR_LEN = array.length;
    return ptr;
}

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
}

function takeFromExternrefTable0(idx) {
    const value = wasm.__wbindgen_externrefs.get(idx);
    wasm.__externref_table_dealloc(idx);
    return value;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
    return cachedTextDecoder.decode(bytes);
}

const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}

let WASM_VECTOR_LEN = 0;

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedDataViewMemory0 = null;
    cachedFloat32ArrayMemory0 = null;
    cachedFloat64ArrayMemory0 = null;
    cachedUint32ArrayMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

async function __wbg_load(module, imports) {
    if (typeof Response === 'function' && module instanceof Response) {
        if (!module.ok) {
            throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
        }

        if (typeof WebAssembly.instantiateStreaming === 'function') {
            try {
                return await WebAssembly.instantiateStreaming(module, imports);
            } catch (e) {
                const validResponse = expectedResponseType(module.type);

                if (validResponse && module.headers.get('Content-Type') !== 'application/wasm') {
                    console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);

                } else { throw e; }
            }
        }

        const bytes = await module.arrayBuffer();
        return await WebAssembly.instantiate(bytes, imports);
    } else {
        const instance = await WebAssembly.instantiate(module, imports);

        if (instance instanceof WebAssembly.Instance) {
            return { instance, module };
        } else {
            return instance;
        }
    }

    function expectedResponseType(type) {
        switch (type) {
            case 'basic': case 'cors': case 'default': return true;
        }
        return false;
    }
}

function initSync(module) {
    if (wasm !== undefined) return wasm;


    if (module !== undefined) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
            ({module} = module)
        } else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }
    }

    const imports = __wbg_get_imports();
    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}

let __wbg_init_promise;
async function __wbg_init(module_or_path) {
    if (wasm !== undefined) return wasm;
    if (__wbg_init_promise === undefined) {
        __wbg_init_promise = __wbg_init_once(module_or_path);
        __wbg_init_promise.catch(() => { __wbg_init_promise = undefined; });
    }
    return __wbg_init_promise;
}

async function __wbg_init_once(module_or_path) {

    if (module_or_path !== undefined) {
        if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
            ({module_or_path} = module_or_path)
        } else {
            console.warn('using deprecated parameters for the initialization function; pass a single object instead')
        }
    }

    if (module_or_path === undefined) {
        module_or_path = new URL('ganvas_cpu_bg.wasm', import.meta.url);
    }
    const imports = __wbg_get_imports();

    if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
        module_or_path = fetch(module_or_path);
    }

    const { instance, module } = await __wbg_load(await module_or_path, imports);

    return __wbg_finalize_init(instance, module);
}

export { initSync, __wbg_init as default };

//! Shaders, and how they are set to work.

use crate::kernels::Activation;
use burn::backend::DType;
use burn::tensor::Shape;
use burn_cubecl::kernel::into_contiguous;
use burn_cubecl::ops::numeric::empty_device_contiguous_dtype;
use burn_cubecl::tensor::CubeTensor;
use cubecl::ir::UIntKind;
use cubecl::ir::metadata::Info;
use cubecl::ir::settings::Dim3;
use cubecl::prelude::*;
use cubecl::server::{KernelArguments, MetadataBindingInfo};

/// Numbers along one dimension of a dispatch, at most: WebGPU's default limit.
pub const MOST_GROUPS: usize = 65_535;

/// A shader in WGSL: storage buffers by number, those that are only read first, and behind them, as
/// number `UNIFORM`, a uniform buffer of words. A workgroup has `UNITS` invocations.
#[derive(Debug)]
pub struct Shader {
    /// Names it among all.
    pub name: &'static str,
    /// Its text, in pieces.
    pub pieces: &'static [&'static str],
    /// Its storage buffers: eight at most, WebGPU's default limit.
    pub buffers: u8,
    /// The invocations of a workgroup, where a launch does not say otherwise.
    pub units: u32,
}

/// The activations made of two straight lines: a shader's first piece.
pub const SHARP: &str = include_str!("shaders/sharp.wgsl");
/// The other ones, which a shader with the former would compute for nothing: some GPUs take every
/// branch.
pub const SMOOTH: &str = include_str!("shaders/smooth.wgsl");

/// A shader for each kind of activation.
#[derive(Debug)]
pub struct Activated {
    pub sharp: Shader,
    pub smooth: Shader,
}

/// An [`Activated`] of these names and pieces.
macro_rules! activated {
    ([$sharp:literal, $smooth:literal], $buffers:literal, $units:literal, $($piece:expr),+) => {
        $crate::kernels::gpu::launch::Activated {
            sharp: $crate::kernels::gpu::launch::Shader {
                name: $sharp,
                pieces: &[$crate::kernels::gpu::launch::SHARP, $($piece),+],
                buffers: $buffers,
                units: $units,
            },
            smooth: $crate::kernels::gpu::launch::Shader {
                name: $smooth,
                pieces: &[$crate::kernels::gpu::launch::SMOOTH, $($piece),+],
                buffers: $buffers,
                units: $units,
            },
        }
    };
}
pub(super) use activated;

impl Activated {
    /// The one for this activation.
    pub fn of(&'static self, activation: Activation) -> &'static Shader {
        match activation {
            Activation::Identity | Activation::Relu | Activation::LeakyRelu { .. } => &self.sharp,
            Activation::Tanh | Activation::Sigmoid => &self.smooth,
        }
    }

    /// The activation's number there.
    pub fn number(activation: Activation) -> f32 {
        match activation {
            Activation::Identity | Activation::Tanh => 1.0,
            Activation::Relu | Activation::Sigmoid => 0.0,
            Activation::LeakyRelu { slope } => slope,
        }
    }
}

/// A shader's launch with so many invocations a workgroup. cubecl keeps the pipeline by its id.
struct Launch(&'static Shader, u32);

impl KernelMetadata for Launch {
    fn name(&self) -> &'static str {
        self.0.name
    }

    fn id(&self) -> KernelId {
        KernelId::new::<Self>()
            .info(self.0.name)
            .cube_dim(Dim3::new_1d(self.1))
            .mode(ExecutionMode::Unchecked)
    }

    fn address_type(&self) -> ElemType {
        ElemType::UInt(UIntKind::U32)
    }
}

impl CubeKernel for Launch {
    fn define(&self) -> KernelDefinition {
        // The text is the kernel: this only says how large a workgroup is.
        let settings = KernelSettings::new(
            Dim3::new_1d(self.1),
            ExecutionMode::Unchecked,
            AddressType::U32,
        );
        KernelDefinition {
            body: Scope::root(settings.clone()),
            settings,
            info: Info::default(),
        }
    }

    fn source(&self) -> Option<PrecompiledSource> {
        let uniform = self.0.buffers.to_string();
        let source = self.0.pieces.concat().replace("UNIFORM", &uniform);
        let mut source = source.replace("UNITS", &format!("{}u", self.1));
        // Natively tensors share buffers, and one buffer cannot be read-only and written at once.
        if !cfg!(target_family = "wasm") {
            source = source.replace("<storage, read>", "<storage, read_write>");
        }
        Some(PrecompiledSource {
            source,
            entrypoint_name: "main".to_owned(),
            lang: "wgsl",
        })
    }
}

impl Shader {
    /// Runs `groups` workgroups over `inputs` and `outputs`, all contiguous; `words` fill the uniform
    /// buffer.
    pub fn run(
        &'static self,
        groups: [usize; 3],
        inputs: &[&CubeTensor],
        outputs: &[&CubeTensor],
        words: &[u32],
    ) {
        self.run_by(self.units, groups, [inputs, outputs], words);
    }

    /// The same with `units` invocations a workgroup.
    pub fn run_by(
        &'static self,
        units: u32,
        groups: [usize; 3],
        [inputs, outputs]: [&[&CubeTensor]; 2],
        words: &[u32],
    ) {
        debug_assert_eq!(inputs.len() + outputs.len(), usize::from(self.buffers));
        let client = &outputs[0].client;
        let mut arguments = KernelArguments::new();
        for (tensors, access) in [
            (inputs, BufferIOAttr::ReadOnly),
            (outputs, BufferIOAttr::WriteOnly),
        ] {
            for tensor in tensors {
                arguments = arguments.with_buffer_io(tensor.handle.clone().binding(), access);
            }
        }
        let pairs = words.chunks(2);
        let info =
            pairs.map(|pair| u64::from(pair[0]) | u64::from(*pair.get(1).unwrap_or(&0)) << 32);
        let arguments = arguments.with_info(MetadataBindingInfo::custom(info.collect()));
        let [x, y, z] = groups.map(|count| count as u32);
        client.launch(
            Box::new(Launch(self, units)),
            CubeCount::Static(x, y, z),
            arguments,
        );
    }
}

/// With its numbers one behind the other.
pub fn contiguous(tensor: CubeTensor) -> CubeTensor {
    into_contiguous(tensor)
}

/// An f32 tensor beside `other`, not filled.
pub fn empty<const D: usize>(other: &CubeTensor, dims: [usize; D]) -> CubeTensor {
    empty_device_contiguous_dtype(
        other.client.clone(),
        other.device.clone(),
        Shape::new(dims),
        DType::F32,
    )
}

/// `count` numbers of a buffer, from `start` on.
pub fn part(buffer: &CubeTensor, start: usize, count: usize) -> CubeTensor {
    let behind = buffer.meta.num_elements() - start - count;
    let handle = buffer.handle.clone();
    let handle = handle.offset_start(bytes(start)).offset_end(bytes(behind));
    CubeTensor::new_contiguous(
        buffer.client.clone(),
        buffer.device.clone(),
        Shape::new([count]),
        handle,
        buffer.dtype,
    )
}

/// So many numbers' bytes.
pub fn bytes(numbers: usize) -> u64 {
    (numbers * size_of::<f32>()) as u64
}

/// Workgroups of 256 for work on every of `count` numbers.
pub fn groups_for(count: usize) -> [usize; 3] {
    [count.div_ceil(256).clamp(1, 4096), 1, 1]
}

//! Shaders and their launch.

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

/// The most workgroups along one dimension of a dispatch: WebGPU's default limit.
pub const MAX_WORKGROUPS: usize = 65_535;

/// A WGSL shader: bindings from 0 on are storage buffers, read-only ones first; binding `UNIFORM` is a
/// uniform buffer of words. A workgroup has `WORKGROUP_SIZE` invocations.
#[derive(Debug)]
pub struct Shader {
    /// Unique among all shaders.
    pub name: &'static str,
    /// Concatenated.
    pub sources: &'static [&'static str],
    /// Storage buffers: eight at most, WebGPU's default limit.
    pub buffers: u8,
    /// Invocations of a workgroup, unless a launch says otherwise.
    pub workgroup_size: u32,
}

/// A shader's first source: the piecewise linear activations.
pub const PIECEWISE_LINEAR: &str = include_str!("shaders/piecewise_linear.wgsl");
/// The others. Not both in one shader: some GPUs execute every branch.
pub const SMOOTH: &str = include_str!("shaders/smooth.wgsl");

/// A shader in a variant for each kind of activation.
#[derive(Debug)]
pub struct ActivatedShader {
    pub piecewise_linear: Shader,
    pub smooth: Shader,
}

/// An [`ActivatedShader`] of these names and sources.
macro_rules! activated_shader {
    ([$piecewise_linear:literal, $smooth:literal], $buffers:literal, $workgroup_size:literal, $($source:expr),+) => {
        $crate::kernels::gpu::launch::ActivatedShader {
            piecewise_linear: $crate::kernels::gpu::launch::Shader {
                name: $piecewise_linear,
                sources: &[$crate::kernels::gpu::launch::PIECEWISE_LINEAR, $($source),+],
                buffers: $buffers,
                workgroup_size: $workgroup_size,
            },
            smooth: $crate::kernels::gpu::launch::Shader {
                name: $smooth,
                sources: &[$crate::kernels::gpu::launch::SMOOTH, $($source),+],
                buffers: $buffers,
                workgroup_size: $workgroup_size,
            },
        }
    };
}
pub(super) use activated_shader;

impl ActivatedShader {
    /// The variant for an activation.
    pub fn of(&'static self, activation: Activation) -> &'static Shader {
        match activation {
            Activation::Identity | Activation::Relu | Activation::LeakyRelu { .. } => {
                &self.piecewise_linear
            }
            Activation::Tanh | Activation::Sigmoid => &self.smooth,
        }
    }

    /// The activation's parameter in it.
    pub fn parameter(activation: Activation) -> f32 {
        match activation {
            Activation::Identity | Activation::Tanh => 1.0,
            Activation::Relu | Activation::Sigmoid => 0.0,
            Activation::LeakyRelu { slope } => slope,
        }
    }
}

/// A shader with a workgroup size. cubecl caches the pipeline by its id.
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
        // The source is the kernel: only the workgroup size is taken from here.
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
        let source = self.0.sources.concat().replace("UNIFORM", &uniform);
        let mut source = source.replace("WORKGROUP_SIZE", &format!("{}u", self.1));
        // Natively tensors share buffers, and a buffer cannot be bound both read-only and writable.
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
    /// Dispatches `groups` workgroups over `inputs` and `outputs`, all contiguous, with `words` as the
    /// uniform buffer.
    pub fn run(
        &'static self,
        groups: [usize; 3],
        inputs: &[&CubeTensor],
        outputs: &[&CubeTensor],
        words: &[u32],
    ) {
        self.run_by(self.workgroup_size, groups, [inputs, outputs], words);
    }

    /// The same with `workgroup_size` invocations a workgroup.
    pub fn run_by(
        &'static self,
        workgroup_size: u32,
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
            Box::new(Launch(self, workgroup_size)),
            CubeCount::Static(x, y, z),
            arguments,
        );
    }
}

pub fn contiguous(tensor: CubeTensor) -> CubeTensor {
    into_contiguous(tensor)
}

/// An uninitialised f32 tensor on the device of `other`.
pub fn empty<const D: usize>(other: &CubeTensor, dims: [usize; D]) -> CubeTensor {
    empty_device_contiguous_dtype(
        other.client.clone(),
        other.device.clone(),
        Shape::new(dims),
        DType::F32,
    )
}

/// A view of `count` elements of a buffer, from `start` on.
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

/// The bytes of so many f32.
pub fn bytes(count: usize) -> u64 {
    (count * size_of::<f32>()) as u64
}

/// Workgroups of 256 for `count` elements.
pub fn groups_for(count: usize) -> [usize; 3] {
    [count.div_ceil(256).clamp(1, 4096), 1, 1]
}

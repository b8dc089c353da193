//! WebP files whose parts claim more bytes than the file has: the decoder allocates what they claim.

/// Whether some part reaches beyond the end of the file.
pub fn claims_more(file: &[u8]) -> bool {
    let Some(mut rest) = file.get(12..) else {
        return true;
    };
    while let Some((head, behind)) = rest.split_first_chunk::<8>() {
        let [_, _, _, _, size @ ..] = *head;
        let size = u32::from_le_bytes(size) as usize;
        let Some(next) = behind.get(size..) else {
            return true;
        };
        // Parts of an odd size are filled up, but for the last one perhaps.
        rest = next.get(size % 2..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::claims_more;

    fn file(parts: &[(&[u8; 4], u32, &[u8])]) -> Vec<u8> {
        let mut file = b"RIFF\0\0\0\0WEBP".to_vec();
        for (name, size, bytes) in parts {
            file.extend(*name);
            file.extend(size.to_le_bytes());
            file.extend(*bytes);
        }
        file
    }

    #[test]
    fn parts_that_reach_beyond_the_end_are_told() {
        let header: (&[u8; 4], u32, &[u8]) = (b"VP8X", 10, &[0; 10]);
        for (part, wanted) in [
            ((b"EXIF", 4, &b"1234"[..]), false),
            ((b"EXIF", 3, b"123\0"), false),
            ((b"EXIF", 3, b"123"), false),
            ((b"EXIF", u32::MAX - 1, b"1234"), true),
            ((b"ICCP", 5, b"1234"), true),
        ] {
            assert_eq!(claims_more(&file(&[header, part])), wanted, "{part:?}");
        }
        assert!(claims_more(b"RIFF"));
    }
}

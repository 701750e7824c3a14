package press.stet.model.copy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Section, bylines, dateline, keywords and the address and credit of each photo belong to the original; a translation that
 * gives none of its own takes them from its source.
 */
public final class SharedFacts {

    /** What is shared of a photo. */
    private record Picture(@Nullable URI address, String credit) {}

    private SharedFacts() {}

    /** The translation with what it leaves out filled in from its source. */
    public static Copy fillIn(Copy translation, Copy source) {
        return new Copy(
                translation.language(),
                translation.headline(),
                translation.standfirst(),
                orElse(translation.bylines(), source.bylines()),
                translation.dateline().isEmpty() ? source.dateline() : translation.dateline(),
                translation.section() == null ? source.section() : translation.section(),
                orElse(translation.keywords(), source.keywords()),
                translation.slug(),
                fillInPhotos(translation, source).body());
    }

    /** Whether two copies give the same to their translations. */
    public static boolean same(Copy one, Copy other) {
        return one.bylines().equals(other.bylines())
                && one.dateline().equals(other.dateline())
                && Objects.equals(one.section(), other.section())
                && one.keywords().equals(other.keywords())
                && pictures(one).equals(pictures(other));
    }

    private static Map<BlockId, Picture> pictures(Copy copy) {
        Map<BlockId, Picture> pictures = new HashMap<>();
        photos(copy).forEach((id, photo) -> pictures.put(id, new Picture(photo.address(), photo.credit())));
        return pictures;
    }

    private static Map<BlockId, Block.Photo> photos(Copy copy) {
        Map<BlockId, Block.Photo> photos = new HashMap<>();
        for (Block block : copy.body()) {
            if (block instanceof Block.Photo photo) {
                photos.put(photo.id(), photo);
            }
        }
        return photos;
    }

    /** The translation with what its photos leave out filled in from its source. */
    public static Copy fillInPhotos(Copy translation, Copy source) {
        Map<BlockId, Block.Photo> photos = photos(source);
        return translation.withBody(
                translation.body().stream().map(block -> fillIn(block, photos)).toList());
    }

    private static Block fillIn(Block block, Map<BlockId, Block.Photo> photos) {
        if (!(block instanceof Block.Photo photo)) {
            return block;
        }
        Block.@Nullable Photo rendered = rendered(photo, photos);
        if (rendered == null || !isSamePicture(photo, rendered)) {
            return photo;
        }
        return new Block.Photo(
                photo.id(),
                photo.renders(),
                rendered.address(),
                photo.alt(),
                photo.caption(),
                photo.credit().isEmpty() ? rendered.credit() : photo.credit());
    }

    /** The credit of one picture is not that of another. */
    private static boolean isSamePicture(Block.Photo photo, Block.Photo rendered) {
        return photo.address() == null || photo.address().equals(rendered.address());
    }

    private static Block.@Nullable Photo rendered(Block.Photo photo, Map<BlockId, Block.Photo> photos) {
        List<BlockId> renders = photo.renders();
        return renders == null || renders.isEmpty() ? null : photos.get(renders.getFirst());
    }

    private static List<String> orElse(List<String> own, List<String> shared) {
        return own.isEmpty() ? shared : own;
    }
}

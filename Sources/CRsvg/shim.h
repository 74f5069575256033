// librsvg, cairo and fontconfig, loaded when something is to be drawn.
//
// Linked in, they and the forty libraries below them would be loaded with every start of the program, the daemon's too. Only
// their oldest functions are named here, which have not changed since librsvg 2.46 (2019).
#ifndef SHIRUBE_CRSVG_SHIM_H
#define SHIRUBE_CRSVG_SHIM_H
#include <stddef.h>
#include <stdint.h>

extern void *dlopen(const char *path, int flags);
extern void *dlsym(void *library, const char *name);

// RsvgRectangle.
struct shirube_box {
    double x, y, width, height;
};

struct shirube_rsvg {
    void *(*handle_new)(const uint8_t *, size_t, void **);
    int (*size)(void *, double *, double *);
    int (*render)(void *, void *, const struct shirube_box *, void **);
    void (*unref)(void *);
    void *(*surface)(int, int, int);
    void *(*context)(void *);
    void (*context_destroy)(void *);
    void (*surface_destroy)(void *);
    void (*flush)(void *);
    uint8_t *(*data)(void *);
    int (*stride)(void *);
    void *(*name_parse)(const uint8_t *);
    void *(*object_set)(const char *, ...);
    struct shirube_fonts *(*font_list)(void *, void *, void *);
};

// FcFontSet.
struct shirube_fonts {
    int count, room;
    void **fonts;
};

// Loads the libraries; returns what is missing, or NULL.
static inline const char *shirube_rsvg_load(struct shirube_rsvg *into) {
    enum { now = 2 };
    void *rsvg = dlopen("librsvg-2.so.2", now);
    if (!rsvg) return "librsvg-2.so.2";
    void *cairo = dlopen("libcairo.so.2", now);
    if (!cairo) return "libcairo.so.2";
    void *object = dlopen("libgobject-2.0.so.0", now);
    if (!object) return "libgobject-2.0.so.0";
    void *fonts = dlopen("libfontconfig.so.1", now);
    if (!fonts) return "libfontconfig.so.1";
#define SHIRUBE_FIND(field, library, name) \
    if (!(*(void **)&into->field = dlsym(library, name))) return name
    SHIRUBE_FIND(handle_new, rsvg, "rsvg_handle_new_from_data");
    SHIRUBE_FIND(size, rsvg, "rsvg_handle_get_intrinsic_size_in_pixels");
    SHIRUBE_FIND(render, rsvg, "rsvg_handle_render_document");
    SHIRUBE_FIND(unref, object, "g_object_unref");
    SHIRUBE_FIND(surface, cairo, "cairo_image_surface_create");
    SHIRUBE_FIND(context, cairo, "cairo_create");
    SHIRUBE_FIND(context_destroy, cairo, "cairo_destroy");
    SHIRUBE_FIND(surface_destroy, cairo, "cairo_surface_destroy");
    SHIRUBE_FIND(flush, cairo, "cairo_surface_flush");
    SHIRUBE_FIND(data, cairo, "cairo_image_surface_get_data");
    SHIRUBE_FIND(stride, cairo, "cairo_image_surface_get_stride");
    SHIRUBE_FIND(name_parse, fonts, "FcNameParse");
    SHIRUBE_FIND(object_set, fonts, "FcObjectSetBuild");
    SHIRUBE_FIND(font_list, fonts, "FcFontList");
#undef SHIRUBE_FIND
    return NULL;
}

// How many fonts there are for a pattern of fontconfig's. What it allocates ends with the process.
static inline int shirube_rsvg_fonts(const struct shirube_rsvg *library, const char *pattern) {
    void *parsed = library->name_parse((const uint8_t *)pattern);
    void *set = library->object_set("family", (char *)NULL);
    if (!parsed || !set) return 0;
    struct shirube_fonts *fonts = library->font_list(NULL, parsed, set);
    return fonts ? fonts->count : 0;
}

// An SVG read, and its size in pixels; NULL where it is none.
static inline void *shirube_rsvg_read(
    const struct shirube_rsvg *library, const uint8_t *bytes, size_t length, double *width, double *height) {
    void *error = NULL;
    void *handle = library->handle_new(bytes, length, &error);
    if (handle && library->size(handle, width, height)) return handle;
    if (handle) library->unref(handle);
    return NULL;
}

// Draws what was read, and lets go of it; returns a surface of cairo's with its pixels and the bytes of a row, or NULL.
static inline void *shirube_rsvg_draw(
    const struct shirube_rsvg *library, void *handle, int width, int height, const uint8_t **pixels, int *stride) {
    enum { opaque = 1 }; // CAIRO_FORMAT_RGB24: 32 bits a pixel, the upper eight unused
    void *surface = library->surface(opaque, width, height);
    void *context = library->context(surface);
    const struct shirube_box all = {0, 0, width, height};
    void *error = NULL;
    int drawn = library->render(handle, context, &all, &error);
    library->context_destroy(context);
    library->unref(handle);
    library->flush(surface);
    *pixels = library->data(surface);
    *stride = library->stride(surface);
    if (drawn && *pixels) return surface;
    library->surface_destroy(surface);
    return NULL;
}

static inline void shirube_rsvg_free(const struct shirube_rsvg *library, void *surface) {
    library->surface_destroy(surface);
}

#endif

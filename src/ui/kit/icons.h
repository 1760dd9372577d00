#pragma once

#include <cstdint>

namespace timbang::ui {

/// The icons in use, by what the icon font (Material Design Icons) calls them. Their glyphs are looked up by name.
enum class Icon : std::uint8_t {
    None,
    ClipboardCheck, AccountMultiple, Pencil, ChartLine, Settings, AccountCircle, Account, AccountOff,
    AccountPlus, AccountSwitch, Check, UndoVariant, Close, CloseCircle, CheckCircle, ArrowUp,
    ArrowDown, ArrowLeft, ArrowRight, Alert, AlertCircle, Flag, Calculator, Calendar,
    Clock, Database, Gavel, CheckboxMarkedCircleOutline, MessageText, Phone, Walk, TimerSand,
    LanDisconnect, Wifi, Battery, Marker, Magnify, MagnifyPlus, MagnifyMinus, RotateRight,
    Fullscreen, Sort, Export, Download, FilePdf, FileDocument, FileDelimited, FileMultiple,
    Image, Certificate, Pin, Play, Pause, Projector, Lock, Eye,
    EyeOff, Repeat, ChevronRight, ChevronLeft, ChevronDown, ChevronUp, Translate, ThemeLightDark,
    Folder, ContentSave, ShieldOutline, Delete, Laptop, Cellphone, Email, BookOpenVariant,
    LibraryBooks, ContentPaste, ContentCopy, Shuffle, Printer, LightbulbOutline, InformationOutline, HelpCircleOutline,
    DragVertical, FormatAnnotationPlus, FormatQuote, ViewHeadline, Undo, Redo, Plus, Minus,
    Menu, DotsHorizontal, DotsVertical, ScaleBalance, Target, MapMarker, Link, OpenInNew,
    Home, Compare, Filter, StarOutline, SwapHorizontal, Keyboard, ChartBar,
    Count
};

/// The glyph's name in the font ("clipboard-check"); "" for None.
[[nodiscard]] const char* icon_name(Icon icon);
/// The icon with that glyph name, or None: for icons named in data (problem types, actions).
[[nodiscard]] Icon icon_named(const char* name);

} // namespace timbang::ui

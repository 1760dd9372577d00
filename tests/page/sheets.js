// Sheets of paper in the JSON of domain::Page, for a host that is made up. Ranges are bytes of the UTF-8 text.
'use strict';

class Sheet {
  constructor() {
    this.text = '';
    this.blocks = [];
    this.units = [];
  }

  at() { return Buffer.byteLength(this.text); }

  run(words, bold) {
    if (words.startsWith('[')) return { range: [this.at(), this.at()], symbol: words.slice(1, -1) };
    const begin = this.at();
    this.text += words;
    const run = { range: [begin, this.at()] };
    if (bold) run.bold = true;
    return run;
  }

  block(kind, lines, more) {
    const begin = this.at();
    const drawn = lines.map((line) => {
      const start = this.at();
      const runs = line === '' ? [] : [].concat(line).map((words) => (words.startsWith('**') ? this.run(words.slice(2), true) : this.run(words)));
      this.units.push([start, this.at()]);
      this.text += '\n';
      return runs;
    });
    this.blocks.push(Object.assign({ kind, range: [begin, this.at()], lines: drawn }, more));
    return this;
  }

  table(rows, aligns) {
    const begin = this.at();
    const drawn = rows.map((cells, i) => {
      const start = this.at();
      const out = cells.map((words, k) => {
        const cell = { align: aligns[k], runs: words ? [words.startsWith('**') ? this.run(words.slice(2), true) : this.run(words)] : [] };
        this.text += k + 1 < cells.length ? ' ' : '';
        return cell;
      });
      const end = this.at();
      this.units.push([start, end]);
      this.text += '\n';
      return { cells: out, header: i === 0, range: [start, end] };
    });
    this.blocks.push({ kind: 'table', range: [begin, this.at()], rows: drawn });
    return this;
  }

  json() { return { text: this.text, units: this.units, blocks: this.blocks }; }

  /** Where words stand, in bytes. */
  find(words) {
    const at = this.text.indexOf(words);
    return [Buffer.byteLength(this.text.slice(0, at)), Buffer.byteLength(this.text.slice(0, at + words.length))];
  }
}

function letter() {
  return new Sheet().block('letterhead', ['[coat-of-arms]', 'PEMERINTAH KABUPATEN CONTOH JAYA', '**DINAS KESEHATAN', 'Jalan Latihan Nomor 7, Contoh Jaya 00000'])
    .block('title', ['REGISTER PENGADUAN LAYANAN PUSKESMAS', 'Nomor: 400.7/104/DINKES-CJ/II/2025'])
    .block('paragraph', ['Bersama ini disampaikan rekap register pengaduan – “layanan puskesmas” – untuk penilaian Kabupaten Peduli HAM tahun 2025.'])
    .block('list-item', ['Pengaduan diterima melalui petugas pengaduan, kotak saran, dan pesan singkat.'], { marker: '1.' })
    .block('list-item', [['Jumlah pengaduan yang diterima sebanyak ', '**147', ' pengaduan, yang selesai sebanyak 141 pengaduan atau 95,9 persen.']], { marker: '2.' })
    .block('list-item', ['<b>bukan tanda</b> <img src=x onerror=alert(1)>'], { marker: 'a.', level: 1 })
    .block('signature', ['Contoh Jaya, 11 Februari 2025', 'Kepala Dinas Kesehatan,', '[signature]', 'Pejabat Contoh B', 'NIP 00000000 000000 0 002'], { align: 'right' })
    .block('stamp', ['DINAS KESEHATAN', 'KABUPATEN CONTOH JAYA'])
    .block('barcode', ['Ditandatangani secara elektronik'])
    .block('foot', ['Dokumen latihan, seluruh isinya rekaan. Halaman 1 dari 2']);
}

function summary() {
  return new Sheet().block('title', ['REKAP REGISTER PENGADUAN MENURUT PUSKESMAS', 'Periode Januari sampai dengan Desember 2023'])
    .table([['No', 'Puskesmas', 'Diterima (pengaduan)', 'Selesai (pengaduan)', 'Persentase (%)'], ['1', 'Awal Mula', '26', '26', '100,0'], ['2', 'Tengah Raya I', '21', '20', '95,2'],
      ['3', 'Tengah Raya II', '17', '17', '100,0'], ['4', 'Ujung Harapan', '14', '13', '92,9'], ['5', 'Hulu Sejahtera', '23', '22', '95,7'], ['6', 'Hilir Damai I', '19', '18', '94,7'],
      ['7', 'Hilir Damai II', '15', '14', '93,3'], ['8', 'Seberang', '12', '11', '91,7'], ['', '**Jumlah', '**147', '**141', '**95,9']], ['right', 'left', 'right', 'right', 'right'])
    .block('paragraph', ['Sumber: buku pengaduan puskesmas.'])
    .block('signature', ['Petugas rekap,', '[initials]', 'Seksi Pelayanan Kesehatan Primer'], { align: 'right' })
    .block('handwriting', ['sdh dicek, tgl 11/2'])
    .block('foot', ['Dokumen latihan, seluruh isinya rekaan. Halaman 2 dari 2']);
}

function visit() {
  return new Sheet().block('heading', ['Catatan kunjungan'], { level: 1 }).block('paragraph', ['Kotak saran berada di ruang tunggu.']).block('photo', ['Kotak saran, ruang tunggu', 'Papan alur pengaduan'])
    .block('signature', ['Petugas,', '[blank]', 'Pejabat Contoh D'], { align: 'left' }).block('signature', ['Mengetahui,', '[signature]', 'Pejabat Contoh E'], { align: 'right' });
}

module.exports = { Sheet, letter, summary, visit };
